"""Closed lists that decide when two addresses may be one person: desks, providers open to everybody, common names, short names."""

from __future__ import annotations


def closed(text: str) -> frozenset[str]:
    """The blank-separated words of a closed list."""
    return frozenset(text.split())


ROLES = closed(
    """
    abuse accounts accueil achats admin administration administrator adhesion agence alerts all announce appointments assistance
    association billing board bookings booking boutique bureau candidature candidatures career careers catering cabinet client clients
    comite commande commandes communication community compta comptabilite concierge conference contact contacts courrier customer
    customerservice devis direction direct donotreply dpo editor editorial emploi enquiries enquiry equipe events facturation facture
    feedback finance formation frontdesk general guestservices hello hellothere help helpdesk hostmaster hr info infos information
    inquiries inquiry inscription inscriptions invoices it jobs kontakt legal list listserv mail mailbox mailer-daemon mailman mairie
    manager marketing media members membership members moderator news newsletter newsletters no.address no-reply noreply notification notifications
    notify office officemanager operations orders owner partenariat payroll postmaster presse press privacy production pr purchasing
    reception recruiting recruitment recrutement redaction registrar registration reply reservation reservations rh root sales sav
    secretariat secretary security service services staff standard stage stages studio subscribe support team tech technique treasurer
    tresorier undisclosed-recipients unsubscribe vente ventes web webmaster welcome
    """
)
"""Local parts of desks: whoever answers, answers as the desk, so a name seen there never joins two addresses."""

PROVIDERS = closed(
    """
    aim.com aol.com att.net bbox.fr bellsouth.net bluewin.ch btinternet.com club-internet.fr comcast.net compuserve.com cox.net
    earthlink.net email.com excite.com fastmail.com fastmail.fm free.fr gmail.com gmx.com gmx.de gmx.fr gmx.net googlemail.com
    hotmail.co.uk hotmail.com hotmail.fr hushmail.com icloud.com juno.com laposte.net live.be live.ca live.co.uk live.com live.fr
    mac.com mail.com me.com mindspring.com msn.com neuf.fr noos.fr numericable.fr orange.fr outlook.com outlook.fr pm.me proton.me
    protonmail.com prodigy.net rocketmail.com sbcglobal.net sfr.fr shaw.ca skynet.be sympatico.ca talktalk.net telenet.be tuta.io
    tutanota.com verizon.net videotron.ca voila.fr wanadoo.fr web.de worldnet.att.net yahoo.ca yahoo.co.uk yahoo.com yahoo.fr ymail.com
    """
)
"""Domains at which anybody may have an address: sharing one says nothing, and a private second address often lies there."""

COMMON_FAMILY = closed(
    """
    adams allen anderson andre bailey baker bell bennett bernard bertrand blanc bonnet boyer brooks brown campbell carter chen clark
    clarke collins cook cooper cox cruz david davies davis diallo diaz dubois dupont durand edwards evans fernandez fontaine fournier
    francois garcia garnier gauthier gautier girard gomez gonzalez green griffin guerin hall harris henry hernandez hill hughes jackson
    james johnson jones kelly khan kim king lambert laurent lee lefebvre lefevre leroy leblanc lewis li liu long lopez martin martinez
    masson mercier michel miller mitchell moore moreau morel morgan morin morris muller murphy myers nelson nguyen nicolas parker patel
    perez perrin peterson petit phillips price ramirez reed richard richardson rivera robert roberts robin robinson rodriguez rogers
    ross rousseau roussel roux roy sanchez sanders scott simon singh smith stewart sullivan taylor thomas thompson torres tran tremblay
    turner vincent walker wang ward watson white williams wilson wood wright young zhang
    """
)
COMMON_GIVEN = closed(
    """
    alain alex alexandre alexander amy andrew anna anne anthony antoine barbara benjamin bob brian bruno carol caroline catherine
    charles chris christian christine christopher claire claude daniel dave david deborah denis didier dominique donald elizabeth emily
    emma eric florence francois frank frederic gary george gerard guillaume helen henri isabelle jack jacques james jane jason jean jeff
    jennifer jessica jim joe john jose joseph julie julien karen kate kevin laura laurent linda lisa louis lucas luc marc margaret maria
    marie mark martine mary matthew michael michel michele mike monique nathalie nicolas nicole olivier pascal patricia patrick paul
    peter philippe pierre rachel richard rob robert roger ryan sandra sarah scott sebastien simon sophie stephane stephanie stephen
    steve steven susan sylvie thierry thomas tim tom valerie veronique vincent wei william xavier yves
    """
)

_SHORT = """
    abby:abigail al:albert,alan,alfred alex:alexander,alexandra,alexandre andy:andrew,andre barb:barbara becky:rebecca ben:benjamin
    benj:benjamin bernie:bernard,bernadette beth:elizabeth bill:william billy:william bob:robert bobby:robert brad:bradley
    cathy:catherine chris:christopher,christine,christian,christophe chuck:charles cindy:cynthia caro:caroline cath:catherine dan:daniel
    danny:daniel dave:david deb:deborah debbie:deborah dick:richard don:donald doug:douglas ed:edward,edmund eddie:edward
    flo:florence,florent fran:frances,francis frank:francis,franklin fred:frederick,frederic gabby:gabrielle greg:gregory,gregoire
    gus:augustus hank:henry jack:john jeff:jeffrey,geoffrey jen:jennifer jenny:jennifer jerry:gerald,jerome jim:james jimmy:james
    joe:joseph john:jonathan johnny:john jon:jonathan josh:joshua kate:katherine,catherine kathy:katherine,kathleen katie:katherine
    ken:kenneth larry:lawrence len:leonard liz:elizabeth lou:louis,louise maggie:margaret manu:emmanuel,emmanuelle marge:margaret
    matt:matthew,matthieu max:maxime,maximilian meg:margaret mick:michael mike:michael mimi:michele nate:nathan,nathaniel ned:edward
    nick:nicholas nico:nicolas pam:pamela pat:patrick,patricia peggy:margaret pete:peter phil:philip,philippe,phillip ray:raymond
    rich:richard rick:richard rob:robert robbie:robert ron:ronald rosie:rosalee,rosemary,rosalie russ:russell sam:samuel,samantha
    sandy:sandra seb:sebastien,sebastian sherri:sharon shelly:michelle steph:stephanie,stephane steve:stephen,steven stan:stanley
    sue:susan,suzanne ted:edward,theodore terry:terrence,theresa theo:theodore,theophile tim:timothy,timothee tom:thomas tony:anthony
    val:valerie vero:veronique vic:victor,victoria vince:vincent walt:walter will:william xav:xavier zach:zachary
"""
SHORT: dict[str, frozenset[str]] = {short: frozenset(full.split(",")) for short, _, full in (item.partition(":") for item in _SHORT.split())}
"""Short given names and what they stand for; used between addresses of one organisation alone."""


def same_given(one: str, other: str) -> bool:
    """Whether two folded given names may be one: equal, or one the short form of the other."""
    return one == other or other in SHORT.get(one, ()) or one in SHORT.get(other, ())


def common(given: str, family: str) -> bool:
    """Whether many people bear this name, so that the name alone proves nothing between two organisations."""
    return family in COMMON_FAMILY and given in COMMON_GIVEN


def organisation(domain: str) -> str:
    """The domain two colleagues share: "mail.acme.co.uk" -> "acme.co.uk"; "" for providers open to everybody."""
    if domain in PROVIDERS or "." not in domain:
        return ""
    parts = domain.split(".")
    short_second = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in {"co", "com", "ac", "org", "gov", "gouv", "net", "edu", "asso"}
    return ".".join(parts[-3:] if short_second else parts[-2:])


def is_desk(email: str) -> bool:
    """Whether the address is a desk's: its local part, or the first or last word of it, is one of the closed list."""
    local = email.partition("@")[0].partition("+")[0].lower()
    words = [word for word in local.replace("_", ".").replace("-", ".").split(".") if word]
    return local in ROLES or (bool(words) and (words[0] in ROLES or words[-1] in ROLES) and not all(len(word) == 1 for word in words))
