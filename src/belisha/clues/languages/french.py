"""The phrases of French."""

from belisha.clues.languages import Language


class French(Language):
    """French, as it is typed in chats: without accents and apostrophes, with ``t``, ``c``, ``ke`` and ``pk``."""

    code = "fr"
    common = (
        "je tu il elle on nous vous ils elles mon ma mes ton ta tes son sa ses notre votre le la les un une des du de "
        "et ou mais pas ne rien non oui ouais est es suis sont etait avec pour dans sur chez par que qui quoi quand "
        "comment pourquoi parce jai tas as ai a cest c t ca ce cette ces au aux si plus tres trop bien fait fais "
        "faire vas va veux veut peux peut sais dis dit envoie envoi salut coucou bonjour merci toi moi lui leur aussi "
        "encore deja toujours jamais quel quelle quels ya personne te en jetais chui chez mes apres avant tout etes "
        "moins fille gars mec derniere maison ecole chambre laisse toute ici demain maintenant papa maman mamie papy "
        "stp hier jour sera etre avez ete"
    )
    table = r"""
PARENT
    maman|mere|papa|pere|parents?|daron(?:ne|s)?|renps|famille|mamie|papy|frere|soeur|prof|tes vieux
APP
    snap|snapchat|insta|instagram|whatsapp|wsp|whats|telegram|tele|discord|dc|kik|signal|skype|messenger
PIC
    photos?|tophs?|foto|pics?|selfies?|image de toi
CAM
    cam|camera|webcam
TON
    ta|ton|tes
CALLED
    ^\W*(?:maman|papa|mamie|papy|papi|mama)\b(?! (?:dit|a dit|est|veut|va|a |arrive|vient|peut))|\b(?:ok|oui|ouais|non|
    merci|coucou|bonjour|pardon|bisous) (?:\w+ )?(?:maman|papa|mamie|papy|papi)\b(?! (?:dit|a dit|est|veut|va|arrive))
stated_age
    \b(?:j ?ai|jai|javais|je vais avoir|bientot|jaurai|g)(?: (?:que|seulement|deja|presque|bientot|eu|just?e|moi|
    aussi))? (\d\d?) ?(?:ans?\b(?! (?:de|d )\w)|piges|balais|\W*$| (?:k+|rs+|jaja\w*|haha\w*|ahah\w*|lol|xd|mdr|ptdr)\b|
    et t)
asks_age
    \b(?:tas|t as|tu as|ta|t) (?:kel|quel|quelle) age\b|\b(?:quel|kel) age (?:as.?tu|tas|t as|tu as|avez|ta|a tu)\b|
    \b(?:c est|cest) quoi (?:ton|tn) age\b|^\W*(?:et )?(?:ton |quel )?age\s*\?+\s*$
    \b(?:tas|t as|tu as|ta) (?:koi|quoi|combien) (?:comme age|dannees)\b|\b(?:tes|t es|tu es|t) en (?:quelle|kelle|
    quel) classe\b|\b(?:tas|tu as|t as) combien d ?ans\b
states_young_age:child
    \bje suis (?:\w+ ){0,2}(?:un enfant|une enfant|mineure?|trop jeune|un gamin|une gamine)\b|\b(?:je suis|chui|chuis|
    jsuis|suis) en (?:cm[12]|ce[12]|6e|6eme|5e|5eme|4e|4eme|3e|3eme|sixieme|cinquieme|quatrieme|troisieme|primaire)\b|
    ^\W*(?:en )?(?:cm[12]|[3-6]e(?:me)?)\b\W*(?:et toi|toi)?\W*$
asks_location
    \b(?:tu|t) (?:habites?|vis|vien|viens|abite|es) (?:ou|d ?ou|dou|de quelle ville|dans quelle|quelle ville)\b|\b(?:ou|
    dou) (?:tu |t )?(?:habites?|vis|viens|est ce que tu habites)(?: ?-? ?tu)?\b|\b(?:tes|t es|tu es|tu vas|t) (?:dans |
    a |en )?(?:quelle?|kelle?) (?:ecole|college|lycee|ville|bahut|quartier)\b|\b(?:c est quoi|cest quoi|donne|
    quelle est) (?:moi )?(?:ton adresse|ta ville|ta rue|ton college|ton ecole)\b|\btu habites? loin\b
asks_if_alone
    \b(?:tes|t es|tu es|t|es tu) (?:\w+ ){0,2}(?:toute? )?(?:seule?|tte seule|tranquille)\b(?!ment)|\b(?:tas|tu as|
    t as) (?:\w+ ){0,2}(?:la maison pour toi|ta propre chambre|une chambre a toi)\b|\b(?:ferme|
    fermes) (?:\w+ )?(?:porte)\b|\bva (?:\w+ ){0,3}(?:dans ta chambre|aux toilettes|quelque part ou|
    dans la salle de bain)\b|^\W*(?:toute? )?seule? (?:la |chez toi |a la maison )?\?
asks_about_supervision
    \b(?:<TON>) <PARENT> (?:\w+ ){0,2}(?:est|sont|rentre|rentrent|regarde|regardent|lit|lisent|fouille|fouillent|dort|
    dorment|checke?|surveille|surveillent|bosse|travaille) ?(?:\w+ ){0,2}(?:la|maison|ton|tes|quand|dehors|deja|
    telephone|a quelle|tel|nuit)\b|\b(?:ya|il y a|y a) (?:quelqu ?un|qui|kelkun|tes parents) (?:\w+ ){0,2}(?:avec toi|
    a cote|dans la|chez toi|la)\b|\bqui est (?:avec toi|a la maison|dans la piece)\b|\b(?:quand|
    quelle heure) (?:\w+ ){0,3}<TON> <PARENT> (?:rentre|rentrent|partent|part|dorment|dort)\b
asks_routine
    \b(?:a )?(?:quelle heure|kelle heure|quand) (?:est ce que )?(?:tu|t) (?:\w+ ){0,2}(?:rentres?|finis|sors|dors|
    couches?|seule?|pars|vas)\b|\b(?:tu|t) (?:rentres?|finis|sors|te couches|vas|
    es seule?) (?:\w+ ){0,4}(?:quelle heure|kelle heure|toute? seule?|jusqua quand|a pied)\b|\b(?:quand|
    a quelle heure) <TON> <PARENT> (?:dort|dorment|travaille\w*|bosse\w*)\b|\bpar ou tu (?:passes|rentres)\b
asks_relationship_history
    \b(?:tas|t as|tu as|as tu|ta) (?:\w+ ){0,3}(?:copain|copine|mec|meuf|amoureux|amoureuse|petit ami|petite amie|
    keum)\b(?! de)|\b(?:tes|t es|tu es|t) (?:\w+ ){0,2}(?:celib\w*|en couple|amoureuse|amoureux|single)\b|\b(?:tas|t as|
    tu as) (?:\w+ ){0,2}embrasse\b
flattery
    \bmature pour ton age\b
    \b(?:salut|coucou|hey|hello|cc|slt) (?:ma |mon |la )?(?:belle|jolie|beaute|princesse|bb|bebe|cherie?|puce|
    poupee|ange)\b|\b(?:beaux|jolis) yeux\b
flattery:everyday
    \b(?:tes|t es|tu es|t|tu fais) (?:\w+ ){0,3}(?:belle|beau|jolie|mignonne?|canon|mature|adorable|speciale?|
    magnifique|trop bien pour|parfaite?|plus (?:agee?|vieille|grande) que)\b
special_bond
    \bpersonne (?:ne )?(?:te |t )(?:comprend|connait|voit) (?:\w+ ){0,2}(?:comme|mieux)\b|\b(?:tes|t es|tu es) (?:la |
    le )seule? (?:\w+ )?(?:qui|a qui|que|avec qui)\b|\b(?:tu peux|tu peu) (?:\w+ )?(?:tout )?(?:me )(?:tout )?(?:dire|
    raconter|confier)\b|\b(?:nous deux|ce quon a|toi et moi|notre lien|entre nous) (?:\w+ ){0,2}(?:special|unique|
    ames soeurs|different|rare)\b|\bames? soeurs?\b|\bje serai toujours la pour toi\b
age_gap_acknowledged
    \bl ?age (?:\w+ )?(?:nest|c est|cest|est|n est|compte) (?:\w+ ){0,2}(?:quun chiffre|qu un chiffre|un chiffre|
    quun nombre|un nombre|pas)\b|\bje suis (?:\w+ ){0,2}(?:plus (?:vieux|age|vieille|agee|grand) que toi|
    trop vieux pour toi|trop vieux)\b(?! pour (?:ce|le|les))|\b(?:ca te (?:derange|gene)|c est grave|
    cest grave) (?:\w+ ){0,3}(?:si |que )?(?:je |j ?ai|jai).{0,12}(?:plus|vieux|age|\d\d)|\bj ?ai (?:2\d|3\d|4\d|
    5\d) ans\b.{0,20}\b(?:gene|grave|derange|ok|probleme)\b
asks_for_secrecy
    \b(?:dis|di|raconte|parle|montre|dit|disons)(?:s)? (?:\w+ ){0,2}(?:pas|rien|jamais) (?:\w+ ){0,4}(?:<PARENT>|
    personne|copines|potes|amis)\b|\b(?:le )?(?:dis|dit|parle|raconte|montre) (?:ca |le |en |nen )?a personne\b|\b(?:ca|
    cela|c est|cest|tout) (?:\w+ )?(?:reste|entre|notre) (?:\w+ )?(?:entre nous|nous|petit secret|secret|toi et moi)\b|
    \bnotre (?:petit )?secret\b|\btu (?:sais|peux|c) (?:\w+ )?garder (?:\w+ )?secrets?\b|\b<TON> <PARENT> (?:doit|
    doivent|faut) (?:\w+ ){0,2}(?:pas|rien|jamais) (?:\w+ ){0,2}(?:savoir|voir)\b|\bpas un mot a\b|\bgarde (?:ca|
    le) pour toi\b
asks_to_delete
    \b(?:efface|supprime|suprime|vide|effaces|supprimes) (?:\w+ ){0,4}(?:conv\w*|messages?|msgs?|discussion\w*|photos|
    tout|historique|chat)\b|\b(?:conv\w*|messages?|historique) (?:\w+ ){0,2}(?:efface\w*|supprime\w*)\b|
    \bmessages (?:ephemeres?|temporaires|qui disparaissent)\b|\b(?:aucune|pas de|laisse pas de) traces?\b
promises_secrecy
    \bje (?:le |l |ne |n |la |les )?(?:dis|dirai|montre|montrerai|raconte|garde) (?:\w+ ){0,2}(?:a personne|pour moi)\b|
    \b(?:ca|tout) reste (?:\w+ )?(?:avec|pour|chez) moi\b|\bpersonne (?:ne )?(?:\w+ )?(?:verra|saura|le saura|va voir|
    va savoir)\b|\bque pour moi\b
gives_cover_story
    \bsi (?:\w+ ){0,3}(?:demande\w*|pose)\b.{0,20}\b(?:dis|tu dis|reponds|di)\b|\bdis (?:\w+ ){0,3}(?:que |ke )?(?:tu|t|
    tes|je|jsuis|tas) (?:\w+ ){0,3}(?:chez|copine|pote|cousin|de ton ecole|de ta classe|college)\b|\b(?:enregistre|note|
    mets) moi (?:\w+ ){0,3}(?:comme|sous|avec)\b|\bfais (?:comme si|semblant)\b.{0,25}\b(?:cousin|oncle|frere|copine|
    ecole)\b
isolates_from_family
    \b<TON> <PARENT> (?:ne |te |t |n |sen |s en )?(?:\w+ ){0,2}(?:comprend|comprennent|ecoute|ecoutent|foutent?|fiche|
    fichent|confiance|aime|aiment) (?:\w+ ){0,2}(?:pas|jamais|rien)\b|\b<TON> <PARENT> (?:est|sont|
    abuse\w*) (?:\w+ ){0,2}(?:severes?|stricte?s?|mechante?s?|injustes?|chiante?s?|relous?)\b|\b(?:ecoute|
    nes pas oblige\w*|pas besoin) (?:\w+ ){0,3}(?:pas )?(?:d ecouter |decouter )?<TON> <PARENT>\b|\bje (?:peux|pourrais|
    suis) (?:etre )?(?:\w+ )?(?:comme )?un (?:pere|papa|grand frere) pour toi\b
isolates_from_friends
    \b<TON> (?:amies?|amis|potes|copines?|copains?|camarades) (?:\w+ )?(?:sont|te|ne|parlent|est|mentent|
    profitent) (?:\w+ ){0,4}(?:bebes?|gamins?|jaloux|jalouses?|faux|fausses?|pas|hypocrites?|dos|immatures?|toi|
    nul\w*)\b|\b(?:tas|t as|tu as) pas besoin (?:\w+ )?(?:deux|d eux|delles|des autres|de tes)\b|\boublie (?:les|tes|
    ces) (?:\w+ )?(?:autres|amis|amies|potes|copines)?\b|\btu m ?as moi\b
jealous_control
    \b(?:a|avec) qui (?:tu |t )?(?:parles?|etais|es|ecris|traines?|tetais)\b|\bc ?(?:est|etait)? qui (?:ce |le |lui|
    cet |celui)(?:\w+ )?(?:mec|gars|garcon|type)?\b|\bje veux pas que tu (?:\w+ ){0,2}(?:parles|vois|traines|sortes)\b|
    \b(?:tes|t es|tu es) (?:que )?a moi\b
moves_to_other_app
    \b(?:on (?:va|passe|parle|continue|peut)|viens?|vas y|parle moi|ajoute moi|add moi|ecris moi|tas|t as|tu as|
    ta) (?:\w+ ){0,4}(?:sur |par |en |un |le )?<APP>\b|\b(?:sur|par) <APP> (?:\w+ ){0,2}(?:cest|c est|mieux|plus|on|
    tranquille)\b|\b(?:ici|cette appli|la) (?:cest|c est|ya|on est) (?:\w+ ){0,2}(?:pas (?:safe|sur|securise)|
    surveille\w*)\b|\bviens? (?:\w+ )?(?:mp|dm|en prive|pv)\b
exchanges_handle
    \b(?:donne|passe|envoie|c est quoi|cest quoi|file|je peux avoir|jpeux avoir|ta|tas) (?:moi )?(?:ton|tn|tes|
    un) (?:num|numero|tel|06|07|<APP>|pseudo)\b|\bmon (?:num|numero|snap|insta|discord|telegram|kik|pseudo)(?: (?:est|
    c est|cest)| ?:)
asks_for_picture
    \b(?:envoie|envoi|envoies|montre|fais|fait|prends|donne) (?:moi |une |un |ta |tes |stp |la |juste |
    petite ){0,4}(?:\w+ )?<PIC>\b(?: de toi)?(?! (?:du|de la|des|de l|de ton chien))|\b<PIC> de toi\b|\b(?:tas|t as|
    tu as|ta) (?:\w+ ){0,2}<PIC>\b(?! (?:du|de la|des))|\bje peux (?:\w+ ){0,2}(?:voir|avoir) (?:\w+ ){0,2}(?:<PIC>|
    ta tete|a quoi tu)\b|^\W*<PIC>\s*\?|\btu ressembles? a quoi\b
asks_for_webcam
    \b(?:mets?|allume|active|branche) (?:\w+ ){0,2}<CAM>\b|\b(?:tas|t as|tu as|ta) (?:\w+ )?<CAM>\b|\b(?:on|tu veux|
    on peut) (?:\w+ ){0,3}(?:appel video|visio|facetime|vocal video|en video|cam|camer|skype)\b|
    \bmontre (?:moi )?(?:ta tete|ton visage)\b
camera_excuse
    \bma <CAM> (?:\w+ ){0,3}(?:casse\w*|pas|morte|hs|bug\w*|cassee)\b|\b<CAM> (?:est |qui )?(?:casse\w*|marche pas|
    bug\w*|hs)\b|\bj ?ai pas (?:de |d )<CAM>\b
offers_gift
    \bje (?:te |t ?|vais te |vais t ?|peux te )(?:\w+ ){0,2}(?:donne|offre|offrir|achete|acheter|paye|paie|envoie|
    prends|donner|file) (?:\w+ ){0,4}(?:robux|vbucks|v bucks|skins?|telephone|tel|cadeau\w*|credit|recharge|coins|nitro|
    chaussures|carte|battle ?pass|truc)\b|\btu veux (?:\w+ ){0,2}(?:robux|vbucks|v bucks|skins?|coins|nitro|
    un cadeau)\b|\bj ?ai un cadeau pour toi\b
reward_for_compliance
    \bsi tu (?:\w+ ){0,6}(?:envoies?|montres?|fais|viens|appelles?|mets|acceptes?)\b.{0,25}\b(?:je te|jte|tauras|
    t auras|tu auras|je t)\b|\b(?:je te|jte|tauras|t auras|tu auras) (?:\w+ ){0,5}si tu (?:\w+ ){0,4}(?:envoies?|
    montres?|fais|viens|appelles?|mets|acceptes?)\b|\b(?:pour|par) chaque <PIC>|\bapres tout ce que je t ?ai (?:offert|
    donne|achete)\b
money_or_job_offer
    \btu veux (?:\w+ ){0,4}(?:[ld]? ?argent|thune|thunes|euros?|fric|sous)\b|\bje (?:te )?(?:paye|paie|verse|donne|
    vire) (?:\w+ ){0,2}(?:\d+|euros|de l ?argent)\b|\bargent facile\b|\b(?:agence|shooting|casting|mannequin|
    modele)\b.{0,30}\b(?:paye|euros|argent|pour toi)\b
guilt_and_pressure
    \bsi (?:tu m ?aimais?|tu tenais a moi|tu me faisais confiance|tu m ?aimes)\b|\bje (?:pensais|
    croyais) (?:que )?(?:tu|quon|qu on|on) (?:\w+ ){0,4}(?:mature|differente?|amis|confiance|aimais)\b|\b(?:fais|
    sois) pas (?:\w+ ){0,2}(?:bebe|gamine?|ta timide|timide|coincee?|ta|lenfant|peur)\b|
    \bapres tout ce que j ?ai fait\b|\b(?:prouve|prouve le|montre que tu maimes)\b(?! que (?:le|la|x))|
    \btu me fais pas confiance\b
sets_deadline
    \b(?:tas|t as|tu as|il te reste|ya) (?:\w+ )?(?:\d+|deux|cinq|dix|une) (?:min\w*|h|heures?|sec\w*|jours?)\b|
    \bderniere? (?:chance|avertissement)\b|\ble temps (?:passe|tourne)\b|\bplus que (?:\d+|cinq|dix) (?:min\w*|sec\w*)\b
refuses
    \b(?:je |j )?(?:veux|peux|ferai|fais|vais|ai|ose) (?:\w+ )?(?:pas|rien)\b|\bj ?ai pas envie\b
    \bj ?envoie (?:pas|rien)\b
refuses:everyday
    ^\W*(?:non|nn|nan|jamais|pas question|laisse tomber|pas envie|hors de question)\b
shows_discomfort
    \b(?:arrete|stop) (?:\w+ ){0,2}(?:de |avec |ca|s ?t ?p)|\blaisse moi (?:\w+ )?tranquille\b
    \b(?:je me sens|suis) (?:\w+ ){0,2}mal a l ?aise\b|\bpourquoi tu (?:me )?demandes? (?:ca|sa)\b
shows_discomfort:everyday
    \b(?:cest|c est|tes|t es|tu es|ca|c) (?:\w+ ){0,3}(?:bizarre|chelou|malsain|genant|degueu|flippant|creepy|peur|
    mal a laise)\b
shows_fear
    \b(?:stp|s il te plait|sil te plait|pitie|svp|je ten supplie|je t en supplie) (?:\w+ ){0,4}(?:pas|personne|
    arrete|rien)\b(?! en retard)
    \b(?:envoie|poste|montre|dis|publie) (?:\w+ )?pas (?:\w+ ){0,2}(?:stp|s il|sil|pitie|svp)\b
    \bje ferai (?:tout|ce que tu)\b
shows_fear:everyday
    \bj ?ai (?:trop |tellement |tres )?peur\b(?! des? )|\bje (?:pleure|tremble)\b
threatens
    \btu (?:vas|va) (?:le )?(?:regretter|payer)\b|\bje sais ou tu (?:habites?|vis|es)\b
    \bje (?:viens|vais venir) chez toi si\b
    \bsinon (?:je|j) (?:\w+ ){0,3}(?:dis|montre|envoie|raconte|balance|tes|ta|ton|tout)\b
    \bje (?:vais )?(?:tout )?(?:dis|dire|raconte|raconter|balance|balancer) (?:\w+ ){0,2}a (?:tes|ta|
    ton) <PARENT>\b.{0,25}\b(?:fait|envoye|es|as)\b
threatens:everyday
    \bje (?:te|vais te|t) (?:\w+ )?(?:retrouver\w*|trouver\w*|buter|tuer|choper|retrouve)\b
blackmails
    \b(?:je|jvais|j) (?:\w+ ){0,2}(?:poste|poster|publie|publier|balance|balancer|envoie|envoyer|montre|montrer|diffuse|
    diffuser|leak|partage) (?:\w+ ){0,4}(?:a |sur |aux |dans )?(?:tout le monde|tous tes|tes (?:amis|potes|parents|
    abonnes|contacts|followers)|ta (?:mere|famille|classe)|ton (?:ecole|college|lycee)|internet|les reseaux)\b|
    \bj ?ai (?:\w+ ){0,3}(?:screen\w*|captures?|enregistre (?:la|lappel|tout)|tes photos|tes abonnes|tes contacts|
    ta liste)\b|\bsinon (?:\w+ ){0,4}(?:tout le monde|internet|en ligne|tes amis|verra|voir)\b
demands_payment
    \b(?:paye|paie|envoie|achete|prends|verse|vire) (?:moi |maintenant |d abord |une |un |la |
    le ){0,3}(?:\w+ )?(?:\d+ ?(?:euros?|€|balles)|euros|paysafe\w*|pcs|transcash|neosurf|carte (?:steam|cadeau|google|
    itunes)|codes?|recharge|bitcoin)\b|\b(?:paye|paie|envoie) (?:\w+ ){0,4}(?:sinon|ou je|et jefface|et je supprime)\b
threatens_self_harm
    \bje (?:vais )?(?:me |m )(?:tue|tuer|suicide\w*|fais du mal|faire du mal|scarifie|butte)\b|\b(?:sans toi|
    si tu (?:pars|me laisses|me bloques|me quittes|reponds pas)) (?:\w+ ){0,4}(?:vivre|meurs|mourir|vis|finis|tue|
    suicide)\b|\bje veux (?:plus vivre|mourir)\b
proposes_meeting
    \b(?:tu veux|viens|tu viens|passe) (?:\w+ ){0,2}(?:chez moi|me voir)\b
    \b(?:en vrai|irl) (?:\w+ )?(?:voir|rencontrer|on se)\b|\bje (?:viens|passe) (?:te voir|chez toi)\b
proposes_meeting:everyday
    \b(?:on (?:se|peut se|pourrait se|va se)|tu veux (?:quon|qu on|on) se|jaimerais (?:te|quon se)|je veux te|
    jveux te) (?:\w+ ){0,2}(?:voit|voir|vois|rencontre|rencontrer|capte|retrouve)\b(?! (?:avec la classe|en cours))
arranges_travel
    \bje (?:peux |vais |passe |viens )?(?:te |t )(?:\w+ )?(?:chercher|prendre|ramene\w*|emmene\w*|recuperer|conduis\w*|
    prends en voiture)\b|\bje (?:te |t )?(?:paye|paie|achete|reserve|prends) (?:\w+ ){0,3}(?:billet|train|uber|taxi|
    hotel|bus|chambre)\b|\btu (?:peux|pourras) (?:\w+ )?dormir chez moi\b
avoids_tracking
    \blaisse (?:ton |le |ta )?(?:tel\w*|portable|gsm|tablette|montre) (?:\w+ ){0,2}(?:maison|chez \w+|casier|chambre)\b|
    \b(?:desactive|coupe|enleve|eteins) (?:\w+ ){0,2}(?:localisation|position|gps|geoloc\w*)\b|
    \b(?:dis|diras) (?:\w+ ){0,3}(?:plus de batterie|batterie (?:\w+ )?(?:morte|vide|a plat))\b
wants_nobody_along
    \bviens (?:\w+ ){0,2}(?:tout )?seule?\b|\b(?:juste|que|rien que) (?:nous|toi et moi|tous les deux)\b ?(?:deux|
    2)?(?=\W*$|\W+(?:ok|hein|personne))|
    \b(?:n ?)?(?:amene|emmene|ramene) (?:pas )?(?:personne|tes? (?:copine?s?|potes?|amie?s?))\b|
    \bsans tes? (?:copine?s?|potes?|amie?s?)\b
sneaking_out
    \b(?:sors|sort|fais le mur|faire le mur|sortir|viens) (?:\w+ ){0,3}(?:en cachette|en douce|discretement|sans bruit|
    cette nuit)\b|\bfai(?:s|re) le mur\b|\blaisse (?:\w+ ){0,3}(?:porte|fenetre) (?:\w+ ){0,2}ouverte\b|
    \bsans que (?:\w+ ){0,3}(?:parents|mere|pere|maman|personne|papa) (?:\w+ ){0,2}(?:sach|voi|enten|remarq|sen)\w*\b|
    \bdis (?:\w+ ){0,2}que tu dors chez\b
watches_from_afar
    \bje (?:t ?ai|tai|te) (?:\w+ )?(?:vue?|vois|regardais|regarde)\b(?! (?:que|dans le film)).{0,20}\b(?:devant|ecole|
    college|rue|arret|hier|aujourdhui|passer|match)\b|\bje suis (?:\w+ )?devant (?:ton|ta|chez) (?:\w+)\b|
    \bje sais ou tu (?:\w+ )?(?:entraines|vas|cours|joues|dances|danses|prends)\b|\bc ?etait toi (?:\w+ )?(?:hier|
    devant|au|a)\b
speaks_as_parent
    <CALLED>
    \b(?:a table|le (?:diner|repas|gouter) est (?:pret|servi)|cest pret|on mange a \d)|\b(?:as tu fait|tas fait|fais|
    oublie pas|noublie pas|range|prends) (?:\w+ ){0,3}(?:devoirs|dents|chambre|cartable|sac de sport|manteau|vaisselle|
    cles|affaires de sport)\b|\bbisous? (?:de )?(?:maman|papa|mamie|papy)\b
speaks_as_parent:called
    <CALLED>
speaks_as_family
    (?<!ta )(?<!ton )\b(?:maman|papa|mamie|papy) (?:dit|a dit|veut|arrive|demande|cuisine|appelle|rentre)\b|
    \b(?:demande|appelle|dis) (?:\w+ )?a (?:maman|papa|mamie|papy)\b|\bje le dis a (?:maman|papa)\b|
    \bsors de ma chambre\b|\b(?:tonton|tata) [a-z]+ (?:vient|a|est)\b
shares_school_life
    \b(?:tas|t as|tu as|on a|cest quoi|ya) (?:\w+ ){0,3}(?:maths?|francais|anglais|svt|physique|histoire|techno|
    devoirs?|dm) (?:\w+ ){0,2}(?:fait|demain|pour|fini|aujourdhui|lundi)\b|\b(?:monsieur|madame|mr|mme|
    m) [a-z]{3,15} (?:a dit|a|est|etait|donne)\b|\b(?:controle|ds|interro|dst) (?:de|d) ?(?:maths?|francais|anglais|svt|
    physique|histoire)\b|\b(?:a la|au) (?:recre|cantine|cdi|gymnase)\b
speaks_to_a_team_or_class
    \b(?:chers|cheres|bonjour|bonsoir) (?:parents|enfants|a tous|a toutes|les enfants|tout le monde|lequipe|les filles|
    les gars)\b|\b(?:l ?)?entrainement (?:est|a|commence|de|annule|decale|ce|aura)\b|\b(?:rdv|rendez vous|depart|
    coup denvoi) (?:est |devant |a |au )(?:\w+ ){0,2}\d|\b(?:merci de|pensez a|veuillez) (?:\w+ )?(?:apporter|signer|
    rendre|inscrire|prevenir|confirmer)\b
game_talk
    \b(?:on joue a|tu joues a|une game|partie|game|serveur|serv) (?:\w+ ){0,3}(?:minecraft|fortnite|roblox|fifa|
    valorant|brawl|mario|zelda|serv|serveur)\b|\b(?:gg|wp|headshot|lobby|respawn|loot|boss|ranked|classee)\b
support_desk
    \bvotre (?:commande|demande|numero|compte|colis|facture|dossier|rendez vous)\b|\b(?:comment|
    en quoi) puis.je vous aider\b|\b(?:ma commande|mon colis|ma facture) (?:est|n|nest|arrive|toujours|pas)\b|
    \b(?:cordialement|service client|toujours (?:dispo\w*|a vendre|en vente))\b
talks_about_grooming
    \b(?:cyber)?grooming\b|\bpedopiegeage\b|\bsextorsion\b|\b(?:inconnus?|predateurs?) (?:\w+ ){0,2}(?:sur internet|
    en ligne|du net)\b|\b(?:securite|dangers?) (?:\w+ )?(?:en ligne|internet|du net|d internet|dinternet)\b
adults_both:grown_life
    \b(?:ma|mon|mes) (?:ex ?)?(?:femme|mari|enfants|gosses|fille|fils|patron|patronne|chef|credit immo|divorce|
    collegues?|petits enfants)\b
is_question
    ^\W*(?:(?:et|mais|bon|hey|ok|alors|dis) )?(?:comment|quoi|ou|quand|qui|pourquoi|pk|pq|quel(?:le)?s?|combien|
    est ce que|c ?est quoi|t ?as|tu as|tu es|t ?es|tes|tu veux|tu peux|tu fais|tu habites|on peut|on se)\b
is_request
    \b(?:envoie|envoi|montre|donne|viens|appelle|ajoute|efface|supprime|dis|promets|ecris|telecharge|paye|paie|
    achete|essaie)\b|\b(?:tu peux|tu veux|on peut|tu pourrais)\b
    \b(?:stp|svp|sil te plait|s il te plait|photos?|selfies?|cam|snap|numero|adresse|mot de passe)\b
is_jest
    \b(?:(?:ha){2,}h?|(?:ah){2,}a?|(?:he){3,}|mdr+|ptdr+|lol|xd+|je rigole|jrigole|jdeconne|je deconne|je plaisante|
    c ?etait une blague|blague)\b
threatens_self_harm:leverage
    \b(?:si|sans|a cause de|parce que) (?:tu|toi|t)\b|\b(?:ta|de ta) faute\b
    \b(?:seule?|unique) (?:personne|raison|chose)\b|\bme (?:quitte|bloque|laisse) pas\b
sets_deadline:at_stake
    \b(?:sinon|ou|paye|paie|payer|poste|balance|photos?|envoie|efface|supprime|debloque|tout le monde|decide|
    derniere chance)\b
sets_deadline:countdown
    ^\W*(?:plus que |encore |il te reste )?\d+ ?(?:min|minutes?|h|heures?|sec|secondes?)\b(?:\W+\w+){0,2}\W*$
persists_after_refusal:insists
    \b(?:allez+|aller stp|vas y|vasy|stp+|svp|sil te plait|s il te plait|pourquoi pas|juste (?:une|un|une fois|ca|
    vite fait)|rien quune|fais pas (?:ta|ton)|personne (?:va|ne va|saura|le saura|verra)|c ?est (?:juste|rien|
    normal|pas grave)|tout le monde le fait|fais moi confiance|dis oui|t ?as peur de quoi|une derniere fois)\b
"""
