"""The words that give a language away: function words and the small change of mail, the most frequent first, written for this purpose.

A word may stand under several languages; its rank in each decides. Apostrophes part words ("j'ai" is "j" and "ai"). French stands twice,
with and without accents where phones drop them.
"""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "en": """
the to and of a in i you is for that it on this have be with are we will hi as if not your but my at can so me from was would any or
there what all do our know please an by let out just they about up has get when thanks he time like need been could here think had their
one see who some how which were more no should his them did than work now thank then also only don want she us her good call week back
into send after next make come very day other if's over look hope today these because going him new where may much before meeting tomorrow
way too sure its great way give take am does made being every well still those sent off why talk further help while few both between
through per since under while might yes dear hello regards best sincerely cheers sorry appreciate forward looking discuss attached
attend anything something someone everyone monday tuesday wednesday thursday friday saturday sunday i'm i'll don't re ll ve s t isn won
wouldn couldn didn doesn can't it's that's we'll you're let's wanted asked got getting hey guys thx pls lol ok week's again around
really whether until during cannot received copy review question questions fyi fine done nice nicely sounds approved thxs thanx
""",
    "fr": """
de je la et le les vous à que pas pour un ce est en une j il des tu me l d ne qui c mais on plus si sur avec dans qu m par au du ai n t
elle a ma y mon nous se votre te s tout bien toi son sa vos ça être été moi faire ou sont fait lui cette aussi très même bonjour merci
comme suis avez où deux y'a encore peux quand peu avoir était as aux ses chez pouvez leur sans mes donc après alors avant rien dire
toujours jamais deux voir cela ces notre dont faut trop car avait elles ils ici serait peut nos cher chère leurs déjà autre autres vais
va jour jours depuis juste semaine demain hier lundi mardi mercredi jeudi vendredi samedi dimanche salut coucou bonsoir cordialement
bises bisous bientôt voilà oui non ni soit êtes seul vraiment beaucoup mieux quel quelle quelque quelqu quelques chose parce pourquoi
comment combien madame monsieur mme prochain prochaine ton ta tes contre sous vers jusqu jusque entre sauf puis lors lorsque ainsi
autant près pendant stp svp dispo rdv num tel tkt mdr pb bcp tjs ds pr qd dc ms pk pq jsp slt bjr cdt cdlt jms ouais ouf bon bonne petit
petite journée soirée reçu voici ci joint jointe veuillez prie remercie souhaite voudrais pourrais pourriez aurais auriez serais seriez
avais aviez étais sera serai aura fera ferai dit dis pris mis peut-être ca etre ete apres deja meme tres etait etes voila bientot
journee soiree regarde passer parler envoyer savoir prendre mettre donner venir question réponse reponse dossier rendez
""",
    "nl": """
de het een en van ik je is dat niet in te op met voor die we er aan zijn maar om heb ook als bij dan wel nog kan naar u dit ons wat jij
hij zij mijn jullie hebben ze uit door over of was geen worden wordt zou kunnen heeft al deze moet goed graag daar meer hier hoe veel
moeten gaan mij alleen zal onze uw jouw even bent waar week weer tot toch kunt onder zo omdat iets want nu komt hallo beste bedankt dank
groet groeten vriendelijke dag morgen vandaag gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag laat weten graag
misschien zeker tijd jaar alvast hartelijk geachte mevrouw meneer heer vraag antwoord bijgevoegd bijlage sturen stuur gestuurd maken
vergadering afspraak zien hoop hoor wil willen liefst ben had eens eerst elke na tussen tegen zonder ja nee kun mag hun haar hem zich
mee samen helaas binnen
""",
    "de": """
die der und in ich zu den das ist nicht sie es mit wir auf für ein dem sich von eine auch im als an bei noch aus er hat dass du haben
oder wie um zum wird sind so werden habe mir mich aber nach zur wenn ihr ihre ihnen uns über am nur schon können kann war einen einem
einer des da ja nein bitte danke kein keine vor mehr sehr gut bis dann was unser unsere mein meine dein deine würde wäre könnten könnte
hallo liebe lieber grüße gruß freundlichen vielen dank guten tag morgen heute gestern woche montag dienstag mittwoch donnerstag freitag
samstag sonntag sehr geehrte geehrter frau herr anbei anhang melden schicken treffen termin frage antwort gerne gern leider vielleicht
wieder immer jetzt hier dort doch mal etwas alle alles diese dieser dieses durch gegen ohne zwischen bin bist seid hast hatte hätte
wurde machen geht gibt muss müssen soll sollen will wollen möchte weil ob also damit seit zwei ihren ihrem euch euer kurz beste besten
jahr zeit
""",
    "es": """
de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin
sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos
qué unos yo otro otras otra él tanto esa estos mucho nada muchos cual poco ella estar estas algo nosotros mi mis tú te ti tu tus ellas
hola gracias saludos buenos días buenas tardes estimado estimada querido querida mañana hoy ayer semana lunes martes miércoles jueves
viernes sábado domingo puedo puedes puede pueden podría podrías quiero quería necesito tengo tiene tienes estoy está están soy eres
somos he has ha hemos han fue ser hacer favor adjunto reunión pregunta respuesta espero abrazo cordial atentamente bien ahora aquí vez
años día si usted ustedes así aunque después
""",
    "it": """
di che e la il un a per in non una è mi con ti si le i da lo ho ma sono come del al più della se su ci o anche questo ha bene sei tu io
hai solo nel dei alla gli ne quando tutto perché cosa mia mio qui delle fare era questa ora me dal tuo te fatto no sì nella ancora così
lei dopo molto lui grazie ciao buongiorno buonasera gentile caro cara saluti cordiali domani oggi ieri settimana lunedì martedì
mercoledì giovedì venerdì sabato domenica posso puoi può possiamo potrebbe potresti vorrei voglio devo deve sto stai sta siamo siete
hanno abbiamo avete essere stato stata allegato riunione domanda risposta spero abbraccio distinti prego quindi però già sempre mai
niente qualche qualcosa loro noi voi suo sua vostra nostro nostra ai agli alle dalla sul sulla tra fra senza prima poi vi mandare sapere
ci'sono c'è un'altra quello quella quale perche
""",
    "pt": """
de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos
já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa
num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe deles essas esses pelas este dele tu te vocês obrigado
obrigada olá bom dia boa tarde caro cara prezado prezada abraço cumprimentos amanhã hoje ontem semana segunda terça quarta quinta sexta
sábado domingo posso pode podes poderia queria preciso estou somos fazer favor anexo reunião pergunta resposta espero atenciosamente bem
agora aqui vez ano anos então porque onde nosso nossa isto aquilo ainda gostaria
""",
    "sv": """
och att det i en jag är som på inte du för med av den till har ett de om kan vi så var men från eller nu när ska hej tack hälsningar
vänliga mig dig han hon skulle också här min din vad något mycket idag imorgon vecka bara alla finns kommer hade blir vara vill efter
upp ut där oss er era vår innan skicka skickar måste kunna måndag tisdag onsdag torsdag fredag lördag söndag
""",
    "da": """
og at det i en jeg er som på ikke du for med af den til har et de om kan vi så var men fra eller nu når skal hej tak hilsen venlig mig
dig han hun ville også her min din hvad noget meget dag morgen uge kun alle findes kommer havde bliver være vil efter op ud der os jer
vores inden sende kunne sender mandag tirsdag onsdag torsdag fredag lørdag søndag
""",
    "pl": """
i w nie na się z do to że jest o jak a po co dla za od ale czy już tak mam ja jestem mnie będzie był są może przez pan pani dzień dobry
dziękuję pozdrawiam proszę tylko jeszcze bardzo tego jego jej ich który która które mi ci nam oraz też więc gdy lub bez pod przed przy
""",
    "ca": """
de la i que el a en les un per una amb no els és del als al pel si més o com perquè també però aquest aquesta ha són hi ho em et ens us
va van jo tu ell ella nosaltres gràcies hola bon dia salutacions quan molt bé avui demà setmana fer ser meu meva teu seva nostre aquí
tot tots sense sobre fins des puc pots
""",
    "ro": """
de și în să nu la cu pe o a că este un din mai pentru care au sunt am ce se ca fi dar cum sau dacă mulțumesc bună ziua salut vă te îmi
după când foarte mâine azi săptămâna prin fost ai are noi
""",
}

COMMON: Final = frozenset(["ok", "re", "fw", "fwd", "e-mail", "email", "mail", "cc", "pdf", "tv", "pm", "am", "www", "http", "https", "com"])
"""Words of mail in every language: they decide nothing."""
