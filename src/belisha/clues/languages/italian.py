"""The phrases of Italian."""

from belisha.clues.languages import Language


class Italian(Language):
    """Italian, as it is typed in chats: ``ke``, ``xke``, ``nn``, ``cmq``, without accents."""

    code = "it"
    common = (
        "io tu lui lei noi voi loro mio mia miei tuo tua tuoi suo sua il lo gli le un uno una di del della dei al "
        "alla nel nella da dal con per su tra e o ma non nn si niente sono sei siamo era ero ho hai ha abbiamo che "
        "chi come cosa quando dove perche xke xche pk ke anche ancora gia sempre mai oggi domani adesso ora qui qua "
        "questo questa quello quella posso puoi voglio vuoi dimmi dammi manda mandami ciao grazie ti mi ci tutto "
        "tutti nessuno molto piu troppo bene fai faccio vai vieni quanto quanti quale solo sola allora poi cmq casa "
        "mamma papa nonna anni niente ecco sai fatto detto te foto ultima dillo della dello vieni sto stai se i so "
        "fare metti belle lasci le mette pronta dai ieri bella nostra nostro chiedi mandi"
    )
    table = r"""
PARENT
    mamma|madre|mami|papa|babbo|padre|genitori|tuoi|famiglia|nonna|nonno|fratello|sorella|prof
APP
    snap|snapchat|insta|instagram|ig|whatsapp|wa|wapp|telegram|tele|discord|dc|kik|signal|skype|messenger
PIC
    foto|fotina|fotine|pics?|selfie
CAM
    cam|camera|webcam|videocamera|telecamera
CALLED
    ^\W*(?:mamma|mami|papa|babbo|nonna|nonno)\b(?! (?:dice|ha|vuole|viene|e |sta|non|mi))|\b(?:ok|si|no|grazie|ciao|
    scusa|va bene|baci) (?:\w+ )?(?:mamma|papa|babbo|nonna|nonno)\b(?! (?:dice|ha|vuole|viene|e |sta))
stated_age
    \b(?:ho|io ho|ne ho|faccio|compio|ne faccio|avevo)(?: (?:solo|gia|quasi|appena|anche|
    io))? (\d\d?)(?: ?anni\b(?! (?:di \w+ (?:lavoro|esperienza)|fa))|\W*$| (?:k+|rs+|jaja\w*|haha\w*|ahah\w*|lol|xd|mdr|
    ptdr)\b| e (?:tu|te))
asks_age
    \b(?:quanti|qnt|qnti|quant) ?anni (?:hai|ai|c ?hai)\b|\b(?:che|ke) (?:anno|classe|eta) (?:fai|hai|frequenti)\b|
    \b(?:la )?tua eta\b\W*\?|^\W*(?:e )?(?:tu )?eta\s*\?+\s*$|\b(?:sei|hai) (?:gia |piu di |almeno )?(?:maggiorenne|
    minorenne|18)\b\W*\?
states_young_age:child
    \bsono (?:\w+ ){0,2}(?:un bambino|una bambina|minorenne|troppo piccol[oa]|una ragazzina|un ragazzino)\b|\b(?:faccio|
    sono in|vado in|in) (?:la )?(?:prima|seconda|terza|quarta|quinta|[1-5]a?) (?:media|elementare)\b
asks_location
    \b(?:dove|di dove|d dove|da dove) (?:abiti|vivi|sei di preciso|sei|stai di casa|vai a scuola|vieni|
    abitate)\b(?! (?:andat[oa]|finit[oa]|stat[oa]))|\b(?:in|di|a) (?:che|quale|ke) (?:scuola|citta|zona|via|paese|
    quartiere) (?:vai|abiti|sei|vivi|stai)?\b|\b(?:che|quale) scuola (?:fai|frequenti)\b|\b(?:dammi|qual e|
    dimmi) (?:il )?tuo indirizzo\b|\babiti lontano\b
asks_if_alone
    \b(?:sei|stai|resti|rimani) (?:\w+ ){0,2}(?:da )?sol[oa]\b(?! (?:un|una|tu))|\bhai (?:\w+ ){0,2}(?:casa libera|
    la casa per te|la casa libera|una camera tua|la tua camera)\b|\bchiudi (?:\w+ )?porta\b|
    \bvai (?:\w+ ){0,2}(?:in camera|in bagno|dove nessuno|in camera tua)\b|^\W*(?:da )?sol[oa] (?:a casa)?\s*\?
asks_about_supervision
    \b(?:i tuoi|tua|tuo|tuoi) (?:<PARENT> )?(?:\w+ ){0,2}(?:sono|e|ti controlla|ti controllano|controlla|controllano|
    legge|leggono|guarda|guardano|torna|tornano|dorme|dormono|lavora|lavorano) ?(?:\w+ ){0,3}(?:casa|li|telefono|
    cellulare|chat|messaggi|tardi|fuori|quando|lavoro)\b|\b(?:ci sono|quando tornano|quando torna|quando dormono|
    sono in casa) (?:i )?(?:tuoi|tua|tuo)\b|\b(?:ce|c e|c'e) (?:qualcuno|qualcun altro) (?:\w+ ){0,2}(?:con te|li|
    in camera|vicino|in casa)\b|\bchi c ?e (?:\w+ )?(?:con te|in casa)\b
asks_routine
    \b(?:a che ora|quando|fino a che ora|ke ora) (?:\w+ )?(?:esci|torni|finisci|dormi|vai a (?:dormire|letto|scuola)|
    sei sol[oa]|rientri|stai sol[oa])\b|\b(?:torni|vai|rientri) (?:\w+ ){0,3}da sol[oa]\b|\b(?:che strada|
    da dove) (?:fai|passi) (?:\w+ ){0,3}(?:scuola|casa|torni|tornare)?\b|\bquando (?:dormono|lavorano|lavora|dorme|
    escono) (?:i )?(?:tuoi|tua|tuo)\b
asks_relationship_history
    \b(?:hai|ai|c ?hai|hai avuto) (?:\w+ ){0,2}(?:il )?(?:ragazzo|ragazza|fidanzat[oa]|moros[oa]|tipo)\b(?! (?:in|di|
    che))|\bsei (?:\w+ )?(?:single|fidanzat[oa]|innamorat[oa])\b|\bhai (?:\w+ ){0,2}baciat[oa]\b
flattery
    \bmatur[oa] per la tua eta\b
    \b(?:ciao|hey|ei|ehi|buongiorno) (?:\w+ )?(?:bella|bellissima|piccola|stella|principessa|amore|splendore|tesoro|
    dolcezza|bimba)\b
    \b(?:begli occhi|occhi (?:bellissimi|stupendi))\b
flattery:everyday
    \b(?:sei|sembri) (?:\w+ ){0,3}(?:bell\w+|carin[oa]|stupend[oa]|matur[oa]|dolce|dolcissim[oa]|special[ei]|
    meravigliosa|piu grande|perfetta)\b
special_bond
    \bnessuno ti (?:\w+ )?(?:capisce|conosce|vede) (?:\w+ ){0,2}(?:come|meglio)\b|\bsei (?:l|la|lunica|l unica|lunico|
    l unico)(?: sola)? (?:\w+ )?(?:che|con cui|di cui|persona)\b|\b(?:puoi|a me puoi) (?:\w+ )?dir(?:mi|
    e) (?:\w+ )?(?:tutto|qualsiasi)\b|\b(?:io e te|quello che abbiamo|tra noi|noi due) (?:\w+ ){0,3}(?:special[ei]|
    unic[oa]|anime gemelle|diversi?)\b|\banim[ae] gemell[ae]\b|\bci saro sempre per te\b
age_gap_acknowledged
    \bl ?eta (?:e|conta|non conta|non) (?:\w+ ){0,2}(?:numero|conta|importa)\b|\bl ?eta non conta\b|
    \bsono (?:\w+ ){0,2}(?:piu grande di te|piu vecchio di te|troppo (?:grande|vecchio) per te)\b|\b(?:ti da fastidio|
    ti dispiace|e un problema|e problema) (?:\w+ ){0,3}(?:che|se) (?:\w+ ){0,2}(?:piu|grande|vecchio|\d\d)|\bho (?:2\d|
    3\d|4\d|5\d) anni\b.{0,20}\b(?:problema|fastidio|va bene|ti va)\b
asks_for_secrecy
    \bnon (?:\w+ )?(?:dire|dirlo|dirla|raccontare|raccontarlo|parlarne|far vedere|dirgli) (?:\w+ ){0,4}(?:<PARENT>|
    nessuno|amiche|amici)\b|\b(?:resta|rimane|resti|e|sara) (?:\w+ ){0,2}(?:tra (?:di )?noi|tra me e te|fra noi|
    il nostro (?:piccolo )?segreto|segreto)\b|\bnostro (?:piccolo )?segreto\b|\bsai (?:\w+ )?(?:mantenere|
    tenere) (?:\w+ )?segret[oi]\b|\b(?:tua|tuo|i tuoi) (?:<PARENT> )?non (?:\w+ )?(?:deve|devono) (?:\w+ )?(?:saper\w*|
    scoprir\w*|veder\w*)\b|\bnon una parola\b|\btienilo per te\b
asks_to_delete
    \b(?:cancella|elimina|cancelli|cancellato|svuota|hai cancellato|hai eliminato) (?:\w+ ){0,3}(?:chat|messaggi\w*|
    conversazion\w|foto|tutto|cronologia)\b|\bmessaggi (?:effimeri|temporanei|che scompaiono|che si cancellano)\b|
    \b(?:non lasciare|senza) tracce\b
promises_secrecy
    \bnon (?:lo |la |le |li )?(?:dico|diro|faccio vedere|faro vedere|mostro|mostrero|
    racconto) (?:\w+ ){0,2}a? ?nessuno\b|\b(?:resta|la tengo|lo tengo|rimane) (?:\w+ ){0,2}(?:per me|con me|a me)\b|
    \bnessuno (?:\w+ )?(?:lo |la )?(?:vedra|sapra|vede)\b|\bsolo per me\b
gives_cover_story
    \bse (?:\w+ ){0,4}(?:chiede|chiedono)\b.{0,15}\b(?:di|digli|dille|dici)\b|\b(?:digli|dille|di|
    dici) (?:\w+ ){0,3}che (?:sei|vai|sono|dormi|stai) (?:\w+ ){0,2}(?:da una amica|da un amica|dalla tua|un amica|
    unamica|da unamica|amica|tuo cugino|un cugino|della tua scuola|da un)\b|\b(?:salvami|memorizzami|
    segnami) (?:\w+ ){0,2}(?:come|con)\b|\bfai finta (?:che|di)\b
isolates_from_family
    \b(?:i tuoi|tua|tuo) (?:<PARENT> )?non (?:ti )?(?:\w+ )?(?:capisce|capiscono|ascolta|ascoltano|vogliono|importa|
    fidano|vuole)\b|\b(?:i tuoi|tua|tuo) (?:<PARENT> )?(?:e|sono) (?:\w+ ){0,2}(?:sever[aoi]|cattiv[aoi]|ingiust[aoi]|
    pesant[ei]|rigid[aoi])\b|\bnon (?:\w+ )?(?:ascoltare|devi ascoltare|dare retta) (?:\w+ )?(?:ai tuoi|tua|tuo)\b|
    \b(?:posso|potrei) essere (?:\w+ )?(?:come )?un (?:padre|papa|fratello maggiore)\b
isolates_from_friends
    \b(?:le tue|i tuoi|tue|tuoi) (?:amiche|amici|compagni|compagne) (?:\w+ )?(?:sono|ti|parlano|non|mentono|
    usano) (?:\w+ ){0,4}(?:bambin[ei]|fals[ei]|gelos[ei]|invidios[ei]|capiscono|te|usano|infantili|immatur[ei]|spalle|
    stupid[ei])\b|\bnon (?:hai bisogno (?:di|degli|delle)|ti serv\w+) (?:\w+ )?(?:nessuno|altri|loro|amic\w)\b|
    \b(?:lascia perdere|dimentica) (?:\w+ )?(?:altri|altre|amic\w|loro)\b|\bhai (?:gia )?me\b
jealous_control
    \bcon chi (?:parli|stai|eri|scrivi|chatti|esci)\b|\bchi e (?:quello|quel|questo|il tipo|quella) ?(?:ragazzo|tipo|
    tizio|nella)?\b|\bnon voglio che (?:\w+ )?(?:parli|esca|esci|scriva|veda)\b|\bsei (?:solo )?mi[oa]\b(?! (?:amic|
    sorell|fratell|cugin|mamm))
moves_to_other_app
    \b(?:ci (?:sentiamo|scriviamo|spostiamo)|passiamo|andiamo|scrivimi|aggiungimi|parliamo|hai|cerchiamo|ci vediamo|
    continuiamo|vieni|scriviamoci|sentiamoci) (?:\w+ ){0,4}(?:su |in |per )?<APP>\b|\bsu <APP> (?:\w+ ){0,2}(?:meglio|
    e piu|possiamo|parliamo|sicuro)\b|\b(?:qui|questa app) (?:\w+ ){0,2}(?:non e sicur[oa]|controllano|leggono)\b|
    \b(?:vieni|scrivimi|andiamo) (?:\w+ )?(?:in privato|in dm|dm|in pvt)\b
exchanges_handle
    \b(?:dammi|mi dai|qual e|passami|dimmi|mandami|posso avere) (?:il )?(?:tuo )?(?:numero|num|cell|cellulare|telefono|
    nick|<APP>)\b|\bcome ti chiami su <APP>\b|\b(?:il )?mio (?:numero|num|snap|insta|ig|discord|telegram|kik|
    nick)(?: e| ?:)
asks_for_picture
    \b(?:manda|mandami|mandi|invia|inviami|fammi vedere|fatti|fai|scatta|mostrami|mi mandi|passami) (?:una |un |
    un altra |la |le |tua |qualche |ora ){0,3}(?:\w+ )?<PIC>\b(?! (?:del|della|dei|dello|di classe))|\b<PIC> tu[ae]\b|
    \b(?:hai|posso vedere|voglio vedere) (?:\w+ ){0,2}<PIC>\b(?! (?:del|della))|\bcome sei fatt[oa]\b|\bposso vederti\b|
    ^\W*<PIC>\s*\?
asks_for_webcam
    \b(?:accendi|metti|attiva|accendere) (?:\w+ ){0,2}<CAM>\b|\bhai (?:\w+ )?<CAM>\b|\b(?:facciamo|fai|vuoi fare|
    una) (?:\w+ ){0,2}(?:videochiamata|video ?call|video chiamata|facetime|videochat)\b|\b(?:fammi vedere|
    mostrami) (?:\w+ )?(?:il )?(?:viso|faccia|faccina)\b
camera_excuse
    \b(?:mia|la) <CAM> (?:\w+ ){0,3}(?:rotta|rotto|non va|non funziona|guasta)\b|\bmi si e rott[ao] (?:la )?<CAM>\b|
    \bnon ho (?:la )?<CAM>\b|\bnon mi va la <CAM>\b
offers_gift
    \bti (?:do|regalo|compro|mando|invio|pago|ricarico|prendo|posso (?:dare|regalare|comprare)) (?:\w+ ){0,4}(?:robux|
    vbucks|v bucks|skin|telefono|cellulare|regal\w+|ricarica|credito|coins|nitro|scarpe|carta|pass)\b|
    \bvuoi (?:\w+ ){0,2}(?:robux|vbucks|v bucks|skin|coins|nitro|un regalo|una ricarica)\b|\bho un regalo per te\b
reward_for_compliance
    \bse (?:mi |me |la |lo |ne )?(?:\w+ ){0,4}(?:mandi|invii|fai|vieni|chiami|accendi|mostri|metti)\b.{0,25}\bti (?:do|
    regalo|compro|pago|mando)\b|\bti (?:do|regalo|compro|pago|mando) (?:\w+ ){0,5}se (?:\w+ ){0,4}(?:mandi|invii|fai|
    vieni|chiami|accendi|mostri|metti)\b|\b(?:per )?ogni <PIC>|\bdopo tutto quello che ti ho (?:dato|regalato|
    comprato)\b
money_or_job_offer
    \b(?:vuoi|ti va di|ti interessa) (?:\w+ ){0,3}(?:soldi|guadagnare|qualche euro)\b|\bti (?:pago|do|
    verso) (?:\w+ ){0,2}(?:\d+|soldi|euro)|\bsoldi facili\b|\b(?:agenzia|servizio fotografico|shooting|casting|modella|
    modello)\b.{0,30}\b(?:pagat\w|pagano|euro|soldi|per te)\b
guilt_and_pressure
    \bse (?:davvero )?mi (?:volessi bene|amassi|vuoi bene|ami|amavi)\b|\b(?:pensavo|
    credevo) (?:che )?(?:\w+ ){0,3}(?:matur[oa]|divers[oa]|amici|fidassi|volessi|grande)\b|\bnon (?:fare|
    essere) (?:\w+ ){0,2}(?:bambin[oa]|timid[oa]|difficile|scem[oa]|la bambina|piccol[oa]|cosi|preziosa)\b|
    \bdopo tutto quello che (?:ho fatto|faccio)\b|\b(?:dimostralo|dimostramelo)\b|\bnon ti fidi di me\b
sets_deadline
    \b(?:hai|ti restano|ti do) (?:\w+ )?(?:\d+|un|una|due|cinque|dieci) (?:min\w*|or[ae]|second\w|giorn[oi])\b|
    \bultim[oa] (?:possibilita|occasione|avviso|avvertimento|chance)\b|\bil tempo (?:scorre|passa|scade)\b
refuses
    \bnon (?:\w+ )?(?:voglio|posso|lo faccio|me la sento|mando|mi va|ho voglia)\b
refuses:everyday
    ^\W*(?:no|noo|nono|mai|neanche per sogno|lascia stare|scordatelo|preferisco di no|meglio di no)\b
shows_discomfort
    \b(?:smettila|basta|smetti|piantala) (?:\w+ ){0,2}(?:per favore|di|dai|con)?
    \blasciami (?:\w+ )?(?:in pace|stare)\b
    \bperche (?:me lo |mi )?(?:chiedi|domandi)\b
    \bmi sento a disagio\b
shows_discomfort:everyday
    \b(?:e|sei|mi|questo|questa) (?:\w+ ){0,3}(?:stran[oa]|inquietant\w|a disagio|creepy|schifo|paura|imbarazz\w+)\b
shows_fear
    \b(?:ti prego|per favore|perfavore|pf|pls) (?:\w+ ){0,2}(?:non|nessuno|basta)\b(?! (?:fare|arrivare) tardi)
    \bnon (?:\w+ )?(?:mandarl\w|mandare|pubblicar\w+|postarl\w|dirlo|farlo vedere) (?:\w+ ){0,3}(?:ti prego|
    per favore|pf)\b
    \bfaccio (?:tutto )?quello che vuoi\b
shows_fear:everyday
    \bho (?:\w+ )?(?:tanta )?paura\b(?! dei)
    \bsto (?:piangendo|tremando)\b
threatens
    \bte ne pentirai\b
    \bso dove (?:abiti|vivi|vai)\b
    \bvengo a casa tua\b
    \b(?:o|senno|altrimenti|se no) (?:lo )?(?:\w+ )?(?:dico|racconto|mostro|mando|
    faccio vedere) (?:\w+ ){0,3}(?:tu\w+|tutti|a)\b
    \b(?:lo dico|racconto|dico) (?:\w+ ){0,2}(?:ai tuoi|a tua|a tuo) (?:\w+ ){0,2}(?:che|quello|cosa)\b
threatens:everyday
    \bti (?:trovo|vengo a (?:cercare|prendere a casa)|ammazzo|rovino|faccio del male|spacco)\b(?! (?:simpatic|bell|
    carin|divertent))
blackmails
    \b(?:lo|la|le|li|tutto|ti|queste) (?:pubblico|posto|mando|invio|diffondo|carico|mostro|faccio vedere|giro|condivido|
    mandero|pubblichero) (?:\w+ ){0,4}(?:tutti|tue|tuoi|tua (?:mamma|madre|scuola|classe|famiglia)|online|internet|
    social|gruppo)\b|\bho (?:\w+ ){0,2}(?:screenshot|gli screen|screen|registrato (?:tutto|la chiamata)|le tue foto|
    i tuoi (?:follower|contatti|seguaci)|la tua lista)\b|\b(?:o|senno|altrimenti|se no) (?:\w+ ){0,3}(?:tutti|online|
    amici) (?:\w+ ){0,2}(?:vedono|vedranno|sapranno|vedra)\b
demands_payment
    \b(?:paga|pagami|manda|mandami|compra|comprami|versa|ricarica|invia) (?:mi |adesso |ora |prima |una |il |
    la ){0,3}(?:\w+ )?(?:\d+ ?(?:euro|€)|euro|carta (?:steam|regalo|google|amazon|itunes)|paysafe\w*|postepay|buono|
    codic[ei]|ricarica|bitcoin)\b|\b(?:paga|pagami) (?:\w+ ){0,3}(?:o|senno|altrimenti|se no)\b
threatens_self_harm
    \bmi (?:ammazzo|uccido|suicido|taglio|faccio del male|butto giu)\b(?! (?:i capelli|dalle risate))|\b(?:senza di te|
    se (?:te ne vai|mi lasci|mi blocchi|non (?:mi )?rispondi)) (?:\w+ ){0,4}(?:vivere|muoio|morire|ammazzo|vita|
    uccido)\b|\bnon voglio piu vivere\b|\bla faccio finita\b
proposes_meeting
    \b(?:vorrei|voglio|mi piacerebbe|vuoi|ti va di) (?:\w+ )?(?:vederti|incontrarti|conoscerti|venire da me|vederci|
    incontrarci|uscire con me)\b
    \bvieni (?:\w+ )?(?:da me|a casa mia)\b
    \b(?:di persona|dal vivo|irl) (?:\w+ )?(?:vederci|incontrarci)\b
proposes_meeting:everyday
    \b(?:ci vediamo|vediamoci|possiamo vederci|ci incontriamo|incontriamoci|vuoi vederci|
    usciamo) (?:\w+ ){0,3}(?:di persona|io e te|noi due|parco|sabato|da soli|dal vivo|un giorno|domani|oggi|
    in centro)\b
arranges_travel
    \b(?:ti )?(?:vengo a|passo a|posso venire a) (?:prender\w*|prenderti) (?:\w+ ){0,3}(?:in macchina|con la macchina|
    a casa|scuola|stazione|io|auto|moto)\b|\bti (?:pago|compro|prenoto|mando|chiamo) (?:\w+ ){0,3}(?:biglietto|treno|
    taxi|uber|hotel|albergo|autobus|viaggio)\b|\bpuoi (?:\w+ )?(?:dormire|restare|stare) da me\b
avoids_tracking
    \blascia (?:il |lo |la )?(?:tuo )?(?:telefono|cell\w*|tel|tablet|orologio) (?:\w+ ){0,2}(?:casa|armadietto|camera|
    scuola)\b|
    \b(?:spegni|togli|disattiva|leva) (?:\w+ ){0,2}(?:posizione|localizzazione|gps)\b|
    \b(?:di|digli|dille) (?:\w+ ){0,3}(?:scarico|batteria (?:\w+ )?(?:morta|scarica)|finita la batteria)\b
wants_nobody_along
    \bvieni (?:\w+ ){0,2}(?:da )?(?:solo|sola)\b|\b(?:solo|soltanto) (?:noi|io e te|tu ed? io) ?(?:due|2)?\b(?=\W*$|
    \W+(?:ok|va bene|nessuno))|
    \bnon portare (?:\w+ )?(?:nessuno|amic\w+|le tue amiche|i tuoi amici)\b|\bsenza (?:le tue amiche|i tuoi amici|
    la tua amica|il tuo amico)\b
sneaking_out
    \b(?:esci|uscire|scappa|sgattaiola) (?:\w+ ){0,3}(?:di nascosto|stanotte|senza farti|dalla finestra)\b|
    \blascia (?:\w+ ){0,3}(?:porta|finestra) (?:\w+ ){0,2}aperta\b|\bsenza che (?:\w+ ){0,3}(?:genitori|mamma|tuoi|
    nessuno|madre|padre|papa) (?:\w+ ){0,2}(?:accorg|sapp|sent|ved)\w*|\b(?:digli|di|
    dille) (?:\w+ ){0,2}che dormi (?:da|con)\b
watches_from_afar
    \bti (?:ho|stavo|sto) (?:\w+ )?(?:vist[oa]|guardando|osservat\w) (?:\w+ ){0,4}(?:oggi|ieri|scuola|fermata|strada|
    parco|allenamento)\b|\bsono (?:\w+ )?(?:fuori|davanti) (?:dalla|alla|a|da|casa) (?:tua )?(?:scuola|casa)?\b|
    \bso dove (?:\w+ )?(?:ti alleni|giochi|balli|vai a)\b|\beri tu (?:\w+ )?(?:alla|al|ieri|oggi)\b
speaks_as_parent
    <CALLED>
    \b(?:la )?(?:cena|pappa|merenda) (?:e |sara )?(?:pronta|in tavola|nel forno)\b|\be pronto in tavola\b|
    \b(?:hai fatto|non dimenticare|ricordati|metti a posto|lavati|prendi) (?:\w+ ){0,3}(?:compiti|denti|camera|zaino|
    giacca|piatti|chiavi|merenda|borsa da ginnastica)\b|\bbac[io]n?i? (?:da |dalla )?(?:mamma|papa|nonna|nonno)\b
speaks_as_parent:called
    <CALLED>
speaks_as_family
    (?<!tua )(?<!tuo )\b(?:mamma|papa|nonna|nonno|babbo) (?:dice|ha detto|vuole|viene|arriva|chiede|cucina|chiama)\b|
    \b(?:chiedi|dillo|chiama) (?:\w+ )?(?:a )?(?:mamma|papa|nonna|babbo)\b|\blo dico a (?:mamma|papa)\b|
    \besci dalla mia (?:camera|stanza)\b|\bzi[oa] [a-z]+ (?:viene|ha|arriva)\b
shares_school_life
    \b(?:hai fatto|abbiamo|cosa c ?e|cosa cera) (?:\w+ ){0,3}(?:mate|matematica|italiano|inglese|storia|scienze|latino|
    compiti di)\b|\b(?:il |la )?prof (?:di [a-z]+|[a-z]{3,15}) (?:ha|era|interroga|manca|vuole)\b|\b(?:verifica|
    interrogazione|compito) di (?:mate|matematica|italiano|inglese|storia|scienze|latino)\b|\b(?:a ricreazione|
    allintervallo|in palestra|in aula magna)\b
speaks_to_a_team_or_class
    \b(?:cari|gentili|buonasera|buongiorno|ciao) (?:genitori|famiglie|bambini|a tutti|a tutte|ragazzi|squadra|tutti)\b|
    \b(?:l ?)?allenamento (?:e|di|inizia|oggi|domani|spostato|annullato|viene)\b|\b(?:ritrovo|partenza|
    calcio dinizio) (?:\w+ )?(?:alle|ore) \d|\bsi prega di\b|\bper favore (?:\w+ )?(?:portare|firmare|consegnare|
    confermare|portate)\b
game_talk
    \b(?:giochiamo|giochi|partita|partitina|server|una a) (?:\w+ ){0,3}(?:minecraft|fortnite|roblox|fifa|valorant|brawl|
    mario|server|zelda)\b|\b(?:gg|wp|headshot|lobby|respawn|loot|boss|ranked|classificata)\b
support_desk
    \b(?:suo|sua|vostro) (?:ordine|numero|account|pacco|fattura|appuntamento|richiesta)\b|\bcome posso aiutarla\b|
    \bil mio (?:ordine|pacco) (?:non|e|arriva)\b|\b(?:cordiali saluti|servizio clienti|ancora (?:disponibile|
    in vendita))\b
talks_about_grooming
    adescament\w+|\bgrooming\b|\bsextortion\b|\b(?:sconosciuti|estranei|predator\w) (?:\w+ ){0,2}(?:internet|online|
    rete)\b|\b(?:sicurezza|pericoli) (?:\w+ ){0,2}(?:internet|online|rete|web)\b
adults_both:grown_life
    \b(?:mia|mio|miei) (?:ex ?)?(?:moglie|marito|figli|figlia|figlio|capo|mutuo|divorzio|collegh\w|nipotin\w)\b
is_question
    ^\W*(?:(?:e|ma|hey|ok|allora|senti|dimmi) )?(?:come|che|cosa|dove|quando|chi|perche|xke|xche|quale?|quanti|quante|
    quanto|sei|hai|puoi|vuoi|vai|abiti|possiamo|ti va|ti piace|fai)\b
is_request
    \b(?:manda(?:mi)?|mandami|invia(?:mi)?|mostra(?:mi)?|fammi|dammi|vieni|chiama(?:mi)?|aggiungi(?:mi)?|
    cancella(?:lo)?|dimmi|prometti(?:mi)?|scrivi(?:mi)?|scarica|paga|compra|prova)\b
    \b(?:puoi|vuoi|possiamo|mi puoi)\b
    \b(?:per favore|perfavore|foto|selfie|cam|snap|numero|indirizzo|password)\b
is_jest
    \b(?:(?:ah){2,}a?|(?:ha){2,}|(?:eh){3,}|lol|xd+|scherzo|scherzavo|sto scherzando|era uno scherzo|per scherzo)\b
threatens_self_harm:leverage
    \b(?:se|senza|per|perche) (?:tu|te|ti|mi)\b
    \bcolpa tua\b
    \b(?:l?unic[oa]|sol[oa]) (?:persona|ragione|cosa|motivo)\b
    \bnon (?:lasciarmi|bloccarmi)\b
sets_deadline:at_stake
    \b(?:senno|altrimenti|o|paga\w*|pubblico|posto|foto|manda\w*|cancell\w*|sblocca\w*|tutti|decidi|
    ultima possibilita)\b
sets_deadline:countdown
    ^\W*(?:ti )?(?:restano |solo |ancora )?\d+ ?(?:min|minut[io]|h|ore|ora|sec|secondi)\b(?:\W+\w+){0,2}\W*$
persists_after_refusal:insists
    \b(?:dai+|daii|forza|ti prego|per favore|perfavore|perche no|xke no|solo (?:una|uno|una volta|un)|una sola|
    non fare (?:cosi|la|il)|nessuno (?:lo|sapra|vede|se ne)|non (?:e|succede) niente|e normale|lo fanno tutti|
    fidati|fallo|di(?:mmi)? di si|di cosa hai paura|ultima volta)\b
"""
