"""Sentences in languages that are not read, written for the tests: formal and clipped, long and short, with names and loan words."""

from __future__ import annotations

NL = """
Kun je me het nummer van je bazin even doorsturen?
Ik hoor graag van u zodra de offerte klaar is.
Bedankt voor je snelle reactie, daar kan ik mee verder.
Zou u mijn neef aan uw directeur willen voorstellen?
We zien elkaar donderdag om half drie op kantoor.
De factuur van maart staat nog open, kunt u dat nakijken?
Helaas kan ik morgen niet bij de vergadering zijn.
Ze vroeg of jij iemand kent bij de gemeente.
In de bijlage vindt u het getekende contract.
Heb je vanavond tijd voor een biertje?
Mijn dochter zoekt een stageplaats in de verpleging.
Dat was precies wat we nodig hadden, top!
Wil jij de notulen rondsturen naar iedereen?
Het spijt me dat ik zo laat antwoord.
Mocht het niet uitkomen, dan is dat helemaal geen probleem.
Ik heb je vorige week al twee keer gemaild hierover.
Kom je zaterdag ook naar het feest van Joris?
Volgens mij klopt het bedrag op regel vier niet.
Graag ontvang ik uiterlijk vrijdag een bevestiging.
Je had beloofd dat je me zou helpen.
Namens het hele team hartelijk gefeliciteerd met je benoeming!
Zullen we volgende maand eens bijpraten bij een kop koffie?
Kan iemand mij vertellen waar de sleutels liggen?
De trein had weer eens vertraging, ik ben er om tien uur.
We hebben de planning aangepast vanwege het slechte weer.
Weet jij toevallig een goede loodgieter in Utrecht?
Onze afdeling gaat verhuizen naar de derde verdieping.
Fijn weekend alvast en groeten aan Marieke.
Hij is nog steeds ziek, dus ik neem zijn taken over.
Stuur maar een appje als je er bent.
De klant wil liever in het Engels bellen.
U kunt de spullen tussen negen en twaalf ophalen.
Ik zit helaas zonder werk sinds januari.
Misschien kunnen jullie de tekst nog eens doorlezen.
Dat lijkt me een prima voorstel, laten we het zo doen.
Waarom heeft niemand mij hierover gebeld?
Mijn moeder is gevallen en ligt nu in het ziekenhuis.
Het gaat om een bedrag van 350 euro inclusief btw.
Met dank voor uw begrip en tot binnenkort.
Ben je al begonnen aan het verslag?
De kinderen zijn dol op de nieuwe juf.
Wij wachten nog op de reactie van de aannemer.
Als het te veel moeite is, zeg het gerust.
Er staat een fout in de tweede alinea.
Zij kent de burgemeester nog van vroeger.
Ik zou het zeer op prijs stellen als u een woordje voor mij deed.
Het was gezellig gisteren, bedankt voor het eten.
Laat maar weten wat jou het beste schikt.
Zijn er nog plaatsen vrij voor de cursus?
Gelieve dit formulier ondertekend terug te sturen.
Is de server nu weer in de lucht?
Heeft u een momentje voor een korte vraag?
Wanneer krijg ik mijn borg terug?
Jammer dat het niet gelukt is met die baan.
Nog bedankt dat je me aan Pieter hebt gekoppeld, we hebben een deal!
Ze zoeken nog vrijwilligers voor de kassa.
Ik ga akkoord met de voorwaarden.
Vergeet niet je paspoort mee te nemen.
Dit document is alleen bedoeld voor intern gebruik.
Tot straks bij de koffieautomaat.
"""
DE = """
Könntest du mir die Nummer deiner Chefin schicken?
Vielen Dank für Ihre schnelle Antwort.
Ich würde mich freuen, wenn Sie mich Herrn Brandt vorstellen könnten.
Anbei erhalten Sie den unterschriebenen Vertrag.
Wir treffen uns am Donnerstag um halb drei im Büro.
Leider kann ich morgen nicht an der Besprechung teilnehmen.
Hast du heute Abend Zeit für ein Bier?
Meine Tochter sucht einen Praktikumsplatz in der Pflege.
Die Rechnung vom März ist noch offen, können Sie das prüfen?
Es tut mir leid, dass ich so spät antworte.
Falls es nicht passt, ist das überhaupt kein Problem.
Ich habe dir letzte Woche schon zweimal geschrieben.
Kommst du Samstag auch zur Feier von Jonas?
Meiner Meinung nach stimmt der Betrag in Zeile vier nicht.
Bitte bestätigen Sie mir den Termin bis Freitag.
Du hattest versprochen, mir zu helfen.
Im Namen des ganzen Teams herzlichen Glückwunsch zur Beförderung!
Wollen wir nächsten Monat mal bei einem Kaffee plaudern?
Kann mir jemand sagen, wo die Schlüssel liegen?
Der Zug hatte wieder Verspätung, ich bin um zehn da.
Wegen des schlechten Wetters haben wir die Planung geändert.
Kennst du zufällig einen guten Klempner in Köln?
Unsere Abteilung zieht in den dritten Stock um.
Schönes Wochenende und liebe Grüße an Anna.
Er ist immer noch krank, ich übernehme seine Aufgaben.
Melde dich einfach, wenn du da bist.
Der Kunde möchte lieber auf Englisch telefonieren.
Sie können die Sachen zwischen neun und zwölf abholen.
Seit Januar bin ich leider arbeitslos.
Vielleicht könntet ihr den Text noch einmal durchlesen.
Das klingt nach einem guten Vorschlag, machen wir es so.
Warum hat mich niemand angerufen?
Meine Mutter ist gestürzt und liegt jetzt im Krankenhaus.
Es geht um einen Betrag von 350 Euro inklusive Steuer.
Danke für Ihr Verständnis und bis bald.
Bist du schon mit dem Bericht fertig?
Die Kinder lieben die neue Lehrerin.
Wir warten noch auf die Rückmeldung vom Bauunternehmer.
Wenn es zu viel Mühe macht, sag es ruhig.
Im zweiten Absatz steht ein Fehler.
Sie kennt den Bürgermeister noch von früher.
Ein gutes Wort von Ihnen würde mir sehr weiterhelfen.
Es war schön gestern, danke fürs Essen.
Sag mir einfach, was dir am besten passt.
Sind noch Plätze im Kurs frei?
Bitte schicken Sie das Formular unterschrieben zurück.
Läuft der Server jetzt wieder?
Haben Sie einen Moment für eine kurze Frage?
Wann bekomme ich meine Kaution zurück?
Schade, dass es mit der Stelle nicht geklappt hat.
Danke nochmal für den Kontakt zu Peter, wir haben einen Auftrag!
Für die Kasse werden noch Freiwillige gesucht.
Ich bin mit den Bedingungen einverstanden.
Vergiss nicht, deinen Ausweis mitzunehmen.
Dieses Dokument ist nur für den internen Gebrauch bestimmt.
Bis gleich an der Kaffeemaschine.
Mit freundlichen Grüßen, Sabine Krüger
Sehr geehrte Damen und Herren,
Gibt es Neuigkeiten vom Amt?
Das Paket kam gestern unbeschädigt an.
"""
ES = """
¿Me puedes pasar el número de tu jefa?
Muchas gracias por su pronta respuesta.
Me encantaría que me presentara al señor Ortega.
Adjunto encontrará el contrato firmado.
Nos vemos el jueves a las dos y media en la oficina.
Lamentablemente no podré asistir a la reunión de mañana.
¿Tienes tiempo esta noche para una cerveza?
Mi hija busca unas prácticas de enfermería.
La factura de marzo sigue pendiente, ¿puede revisarlo?
Siento mucho contestar tan tarde.
Si no te viene bien, no pasa nada.
Ya te escribí dos veces la semana pasada.
¿Vienes el sábado a la fiesta de Javier?
Creo que el importe de la línea cuatro no cuadra.
Le ruego que me confirme la cita antes del viernes.
Habías prometido que me ibas a ayudar.
En nombre de todo el equipo, ¡enhorabuena por el ascenso!
¿Quedamos el mes que viene para tomar un café?
¿Alguien sabe dónde están las llaves?
El tren volvió a llegar tarde, estaré allí a las diez.
Hemos cambiado el calendario por el mal tiempo.
¿Conoces por casualidad a un buen fontanero en Sevilla?
Nuestro departamento se traslada a la tercera planta.
Buen fin de semana y recuerdos a Marta.
Sigue enfermo, así que me ocupo yo de sus tareas.
Avísame cuando llegues.
El cliente prefiere hablar por teléfono en inglés.
Puede recoger las cosas entre las nueve y las doce.
Desde enero estoy sin trabajo.
Quizás podríais leer otra vez el texto.
Me parece una buena propuesta, hagámoslo así.
¿Por qué nadie me llamó?
Mi madre se ha caído y está en el hospital.
Se trata de un importe de 350 euros con IVA.
Gracias por su comprensión y hasta pronto.
¿Has empezado ya el informe?
A los niños les encanta la nueva maestra.
Todavía esperamos la respuesta del contratista.
Si es mucha molestia, dímelo sin problema.
Hay un error en el segundo párrafo.
Ella conoce al alcalde desde hace años.
Una palabra suya me ayudaría muchísimo.
Ayer lo pasamos muy bien, gracias por la cena.
Dime qué día te conviene más.
¿Quedan plazas libres en el curso?
Le agradecería que devolviera el formulario firmado.
¿Ya funciona el servidor?
¿Tendría un momento para una pregunta breve?
¿Cuándo me devuelven la fianza?
Qué pena que no saliera lo del puesto.
Gracias de nuevo por ponerme en contacto con Pedro, ¡cerramos el trato!
Buscamos voluntarios para la caja.
Estoy de acuerdo con las condiciones.
No olvides llevar el pasaporte.
Este documento es solo para uso interno.
Hasta luego, nos vemos en la cafetería.
Un cordial saludo, Beatriz Molina
Estimada señora Campos:
¿Hay noticias del ayuntamiento?
El paquete llegó ayer sin daños.
"""
IT = """
Mi puoi passare il numero della tua capa?
Grazie mille per la sua pronta risposta.
Mi farebbe piacere se mi presentasse al dottor Riva.
In allegato trova il contratto firmato.
Ci vediamo giovedì alle due e mezza in ufficio.
Purtroppo domani non potrò partecipare alla riunione.
Hai tempo stasera per una birra?
Mia figlia cerca un tirocinio come infermiera.
La fattura di marzo è ancora aperta, può controllare?
Mi dispiace rispondere così tardi.
Se non ti va bene, non c'è nessun problema.
Ti ho già scritto due volte la settimana scorsa.
Vieni sabato alla festa di Luca?
Secondo me l'importo alla riga quattro non torna.
La prego di confermarmi l'appuntamento entro venerdì.
Avevi promesso di aiutarmi.
A nome di tutta la squadra, congratulazioni per la promozione!
Ci prendiamo un caffè il mese prossimo?
Qualcuno sa dove sono le chiavi?
Il treno era di nuovo in ritardo, arrivo alle dieci.
Abbiamo cambiato il programma per il maltempo.
Conosci per caso un bravo idraulico a Bologna?
Il nostro reparto si trasferisce al terzo piano.
Buon fine settimana e saluti a Giulia.
È ancora malato, quindi seguo io le sue pratiche.
Scrivimi quando sei arrivato.
Il cliente preferisce parlare in inglese.
Può ritirare il materiale tra le nove e le dodici.
Da gennaio sono senza lavoro.
Forse potreste rileggere il testo ancora una volta.
Mi sembra una buona proposta, facciamo così.
Perché nessuno mi ha chiamato?
Mia madre è caduta e ora è in ospedale.
Si tratta di un importo di 350 euro IVA inclusa.
Grazie per la comprensione e a presto.
Hai già iniziato la relazione?
I bambini adorano la nuova maestra.
Aspettiamo ancora la risposta dell'impresa.
Se è troppo disturbo, dimmelo pure.
C'è un errore nel secondo paragrafo.
Lei conosce il sindaco da anni.
Una sua parola mi sarebbe di grande aiuto.
Ieri è stato bellissimo, grazie della cena.
Fammi sapere cosa ti va meglio.
Ci sono ancora posti liberi nel corso?
Le chiedo di restituire il modulo firmato.
Il server funziona di nuovo?
Avrebbe un momento per una breve domanda?
Quando mi restituite la cauzione?
Peccato che non sia andata bene per quel posto.
Grazie ancora per avermi messo in contatto con Pietro, abbiamo concluso!
Cerchiamo volontari per la cassa.
Accetto le condizioni.
Non dimenticare il passaporto.
Questo documento è solo per uso interno.
A dopo, davanti alla macchinetta del caffè.
Cordiali saluti, Elena Ferri
Gentile signora Costa,
Ci sono notizie dal comune?
Il pacco è arrivato ieri senza danni.
"""
PT = """
Podes passar-me o número da tua chefe?
Muito obrigado pela sua resposta rápida.
Gostaria que me apresentasse ao senhor Teixeira.
Segue em anexo o contrato assinado.
Vemo-nos na quinta às duas e meia no escritório.
Infelizmente não vou poder ir à reunião amanhã.
Tens tempo hoje à noite para uma cerveja?
A minha filha procura um estágio de enfermagem.
A fatura de março ainda está em aberto, pode verificar?
Peço desculpa por responder tão tarde.
Se não der jeito, não há problema nenhum.
Já te escrevi duas vezes na semana passada.
Você vem no sábado para a festa do João?
Acho que o valor da linha quatro não está certo.
Alguém sabe onde estão as chaves?
O comboio atrasou-se outra vez, chego às dez.
Por que ninguém me ligou?
A minha mãe caiu e está no hospital.
Obrigada pela compreensão e até breve.
As crianças adoram a nova professora.
Ainda esperamos pela resposta da empresa.
Uma palavra sua me ajudaria muito.
Ainda há vagas no curso?
Quando é que me devolvem a caução?
Estou de acordo com as condições.
Não se esqueça do passaporte.
Este documento é só para uso interno.
Com os melhores cumprimentos, Inês Moreira
Há novidades da câmara?
O pacote chegou ontem sem danos.
"""
FOREIGN = {code: tuple(text.strip().splitlines()) for code, text in {"nl": NL, "de": DE, "es": ES, "it": IT, "pt": PT}.items()}
