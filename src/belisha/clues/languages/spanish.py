"""The phrases of Spanish."""

from belisha.clues.languages import Language


class Spanish(Language):
    """Spanish of Spain and of Latin America, as it is typed in chats: ``q``, ``xq``, ``vos sos`` beside ``tu eres``."""

    code = "es"
    common = (
        "yo tu vos usted el ella nosotros ellos ellas mi mis tus su sus la los las un una unos unas de del y o pero "
        "no si nada es eres sos soy estoy estas esta estan era con sin para por en al a que q quien como cuando donde "
        "porque xq pq tengo tienes tenes tiene he has ha hay muy mas ya tambien siempre nunca hoy manana ahora aqui "
        "alli ese esa eso esto este puedes podes puedo quiero quieres queres dime dame manda mandame hola gracias me "
        "te se lo le contigo conmigo bueno vale algo alguien nadie todo todos hace hacer hasta desde sola solo cual "
        "jaja hablar eh mama papa abuela fue mucho tio tia tus vas eres foto pon borra deja dejame ser clase cole "
        "casa ultima ni tres chico chica nuestro dile ves ven pago"
    )
    table = r"""
PARENT
    mama|mami|madre|papa|papi|padre|padres|papas|viejos|jefes|familia|abuela|abuelo|hermano|hermana|profe|profesor
APP
    snap|snapchat|insta|instagram|ig|whatsapp|whats|wasap|wsp|wpp|telegram|discord|dc|kik|signal|skype|messenger
PIC
    fotos?|fotitos?|fotito|pics?|selfies?|pack
CAM
    cam|camara|webcam|camarita
CALLED
    ^\W*(?:mama|mami|papa|papi|abuela|abuelo|abue|yaya)\b(?! (?:dice|dijo|esta|es|quiere|va|viene|no me|y papa))|
    \b(?:ok|vale|si|no|gracias|hola|perdon|bueno|besos) (?:\w+ )?(?:mama|mami|papa|papi|abuela|abuelo|abue|
    yaya)\b(?! (?:dice|dijo|esta|es|quiere|va|viene))
stated_age
    \b(?:tengo|cumplo|cumpli|voy a cumplir|ya tengo|tenia)(?: (?:solo|ya|casi|apenas|como|yo|
    tambien))? (\d\d?)(?: ?(?:anos|anios|anitos|ani|primaveras)\b(?! (?:de \w+ando|trabajando|casad\w|viviendo|
    jugando))|\W*$| (?:k+|rs+|jaja\w*|haha\w*|ahah\w*|lol|xd|mdr|ptdr)\b| y (?:t|v|u|ya)|,)
asks_age
    \b(?:cuantos|ctos|cuanto|cuntos) (?:anos|anios|anitos) (?:tienes|tenes|cumples|tns|tenias)\b|\b(?:que|cual es tu|q|
    tu) edad\b(?: (?:tienes|tenes))?(?!\w)(?! (?:media|de|tiene|tenia|del))|^\W*(?:y )?(?:tu )?edad\s*\?+\s*$|\b(?:en|
    a) (?:que|q|cual) (?:curso|grado|clase|ano|anio) (?:estas|vas|eres)\b
states_young_age:child
    \b(?:soy|todavia soy|aun soy) (?:\w+ ){0,2}(?:un nino|una nina|menor|muy pequen[oa]|un crio|una cria|
    chic[oa] todavia)\b(?! de (?:los )?(?:mis|tres|dos|hermanos))|\b(?:estoy|voy) (?:en|a) (?:\d ?o? ?de |quinto de |
    sexto de |cuarto de |primero de |segundo de )(?:primaria|la eso|eso|secundaria|basica)\b|^\W*(?:en )?(?:\d|quinto|
    sexto|primero|segundo) (?:de )?(?:primaria|eso|secundaria)\b
asks_location
    \b(?:donde|dnd|de donde|d donde|en donde) (?:vives|vivis|eres|sos|estudias|estas exactamente|queda tu|
    vas al (?:cole|colegio))\b|\b(?:en|de|a) (?:que|q|cual) (?:cole|colegio|escuela|insti|instituto|ciudad|pueblo|
    barrio|zona|calle|parte) (?:vas|vives|eres|sos|estudias|vivis|estas)?\b|\b(?:cual es |dame |pasame |
    mandame )?tu (?:direccion|ubicacion|codigo postal)\b|\b(?:que tan |vives |vivis )lejos\b
asks_if_alone
    \b(?:estas|estais|te quedas|te dejan) (?:\w+ ){0,3}(?:sol[oa]|solit[oa])\b|\b(?:tienes|
    tenes) (?:\w+ ){0,2}(?:la casa para ti|la casa sola|tu propio cuarto|cuarto propio|la casa libre)\b|\b(?:cierra|
    cerra) (?:\w+ )?puerta\b|\b(?:ve|vete|anda|metete) (?:\w+ ){0,2}(?:a tu (?:cuarto|habitacion|pieza)|al bano|
    donde nadie)\b|^\W*(?:y )?(?:estas )?solit?[oa]\s*\?
asks_about_supervision
    \btus? <PARENT> (?:\w+ ){0,2}(?:esta|estan|revisa|revisan|mira|miran|lee|leen|ve|ven|duerme|duermen|trabaja|
    trabajan|llega|llegan|controla|controlan) ?(?:\w+ ){0,3}(?:casa|ahi|alli|celular|movil|telefono|chats?|mensajes|
    tarde|noche|hora|ya|contigo|fuera|durmiendo|trabajando)\b|\b(?:esta|estan|revisa|revisan|mira|miran|lee|leen|ve|ven|
    a que hora (?:llega|llegan|sale|salen)|cuando (?:llega|llegan|sale|duermen)) (?:\w+ )?tus? <PARENT>\b|\b(?:hay|
    quien) (?:alguien|esta|mas) (?:\w+ ){0,2}(?:contigo|con vos|en (?:tu|el) cuarto|al lado)\b
asks_routine
    \b(?:a que hora|cuando|hasta que hora) (?:\w+ )?(?:sales|llegas|te duermes|vuelves|volves|te acuestas|te quedas|
    estas sol[oa]|entras|vas) ?(?:\w+ ){0,3}(?:cole|colegio|clase|casa|escuela|dormir|sol[oa]|insti|entreno|
    entrenar)?\b|\b(?:vas|vuelves|volves|caminas) (?:\w+ ){0,2}(?:sol[oa]|andando|caminando) (?:\w+ ){0,2}(?:casa|cole|
    colegio|escuela|clase)\b|\bpor donde (?:vas|vuelves|pasas|caminas)\b|\b(?:cuando|a que hora) (?:duermen|trabajan|
    trabaja|duerme|salen) tus? <PARENT>\b
asks_relationship_history
    \b(?:tienes|tenes|has tenido|tuviste) (?:\w+ ){0,2}(?:novi[oa]s?|pareja|crush|pololo|polola|enamorado)\b|\b(?:estas|
    eres|sos) (?:\w+ )?(?:solter[oa]|enamorad[oa]|single)\b|\b(?:has|ya|alguna vez) (?:\w+ ){0,2}(?:besado|besaste|
    diste un beso)\b
flattery
    \bmadur[oa] para tu edad\b
    \b(?:hola|hey|ey|buenas|holi) (?:\w+ )?(?:guap\w+|preciosa|hermosa|linda|bebe|princesa|bonita|nena|mi amor|
    bella|lindura)\b|\b(?:ojos|ojitos) (?:\w+ )?(?:bonitos|lindos|preciosos|hermosos)\b
flattery:everyday
    \b(?:eres|sos|estas|te ves|pareces) (?:\w+ ){0,3}(?:guap\w+|linda|lindo|hermos[oa]|precios[oa]|bonit[oa]|
    madur[oa]|bella|bello|especial|preciosura|mayor de|diferente a)\b
special_bond
    \bnadie te (?:\w+ )?(?:entiende|comprende|conoce|ve) (?:\w+ ){0,2}(?:como|mejor)\b|\b(?:eres|sos) (?:la|
    el) unic[oa] (?:\w+ )?(?:que|con|en)\b|\b(?:puedes|podes) (?:\w+ )?(?:contarme|decirme|confiarme) (?:\w+ )?(?:todo|
    lo que|cualquier)\b|\b(?:lo nuestro|lo que tenemos|nosotros|tu y yo) (?:\w+ ){0,2}(?:especial|unico|almas gemelas|
    diferente)\b|\balmas? gemelas?\b|\bsiempre (?:voy a estar|estare) (?:\w+ )?para ti\b
age_gap_acknowledged
    \bla edad (?:\w+ )?(?:no importa|(?:es|son) (?:\w+ ){0,2}numeros?)\b|\b(?:soy|sea) (?:\w+ ){0,2}(?:mayor que tu|
    mayor que vos|muy mayor para ti|demasiado mayor|viejo para ti)\b|\b(?:te (?:molesta|importa)|esta mal|
    hay problema) (?:\w+ ){0,3}(?:que|si|con que) (?:\w+ ){0,2}(?:mayor|tenga|sea|\d\d)\b|\btengo (?:2\d|3\d|4\d|
    5\d)\b.{0,20}\b(?:te molesta|importa|problema|bien)\b
asks_for_secrecy
    \bno (?:le |les |se lo |lo |me )?(?:digas|cuentes|diga|muestres|ensenes|hables) (?:\w+ ){0,4}(?:<PARENT>|nadie|
    amigas|amigos)\b|\b(?:queda|quede|esto es|es|sera) (?:\w+ ){0,2}(?:entre nosotros|entre tu y yo|nuestro secreto|
    secreto nuestro|secretito)\b|\bnuestro (?:pequeno )?secret(?:o|ito)\b|\b(?:sabes|puedes|
    podes) (?:\w+ )?guardar (?:\w+ )?secretos?\b|\btus? <PARENT> no (?:\w+ )?(?:puede|pueden|debe|deben|tiene|
    tienen) (?:\w+ )?(?:saber|enterarse|saberlo|ver)\b|\bni una palabra a\b|\bguarda(?:telo|lo)? (?:el |
    este )?(?:secreto|para ti)\b
asks_to_delete
    \b(?:borra|borras|elimina|borraste|eliminaste|borrar|vacia) (?:\w+ ){0,3}(?:chat|conversacion|conver|mensajes?|
    fotos|todo|historial)\b|\bmensajes (?:temporales|que se borran|que desaparecen)\b|\bsin dejar rastro\b|
    \bno dejes rastro\b
promises_secrecy
    \bno (?:se )?(?:lo |la |las |los |le )?(?:voy a |vo a )?(?:digo|dire|enseno|ensenare|muestro|mostrare|cuento|
    contare|ensenar|mostrar|decir|contar) (?:\w+ ){0,2}(?:a nadie|nadie)\b|\b(?:queda|me lo guardo|
    lo guardo) (?:\w+ ){0,2}(?:conmigo|para mi)\b|\bnadie (?:\w+ )?(?:lo |la )?(?:vera|va a ver|se entera|va a saber|
    sabra)\b|\bsolo para mi\b
gives_cover_story
    \bsi (?:\w+ ){0,4}(?:pregunta|preguntan)\b.{0,15}\b(?:di|dile|diles|dices|decile)\b|\b(?:di|dile|diles|
    decile) (?:\w+ ){0,4}que (?:estas|vas|soy|es|duermes) (?:\w+ ){0,3}(?:casa de|con una amiga|un primo|tu primo|
    del cole|de tu|amiga|amigo)\b|\b(?:guardame|agendame|registrame|ponme) (?:\w+ ){0,3}(?:como|con)\b|\b(?:haz|hace|
    finge) (?:\w+ )?como (?:que|si)\b
isolates_from_family
    \btus? <PARENT> no (?:te )?(?:\w+ )?(?:entiende|entienden|escucha|escuchan|quiere|quieren|importa|confia|confian|
    comprenden)\b|\btus? <PARENT> (?:es|son) (?:\w+ ){0,2}(?:estrict[oa]s?|mal[oa]s?|injust[oa]s?|pesad[oa]s?|
    controlador\w*)\b|\bno (?:le |les )?(?:hagas|tienes que hacer) (?:\w+ )?caso a tus? <PARENT>\b|\b(?:puedo|
    podria) ser (?:\w+ )?(?:como )?(?:un|tu) (?:padre|papa|hermano mayor)\b
isolates_from_friends
    \btus (?:amigas|amigos|companeros|companeras) (?:\w+ )?(?:son|te|hablan|no|estan|mienten|
    usan) (?:\w+ ){0,4}(?:crios|crias|infantiles|falsas|falsos|envidiosas|celosas|entienden|ti|usan|inmadur\w+|mal|
    tont\w+)\b|\bno (?:los |las )?necesitas (?:a )?(?:nadie|tus|los demas|las demas|otros)\b|\bolvida(?:te)? (?:de |
    a )?(?:tus|los|las|ellos) ?(?:amig\w+|demas)?\b|\b(?:me tienes|ya me tienes|me tenes) a mi\b
jealous_control
    \bcon quien (?:hablas|estas|estabas|chateas|andas|hablabas)\b|\bquien es (?:ese|esa|el) (?:chico|tio|tipo|pibe|man|
    chavo|de la foto)\b|\bno quiero que (?:\w+ )?(?:hables|salgas|estes|veas)\b|\b(?:eres|sos) (?:solo )?mi[oa]\b
moves_to_other_app
    \b(?:hablamos|vamos|pasemos|pasamos|hablemos|escribeme|escribime|agregame|anademe|hablame|tienes|tenes|sigueme|
    mejor|seguimos|pasate) (?:\w+ ){0,4}(?:por |al? |en )?<APP>\b|\b(?:por|en|al) <APP> (?:\w+ ){0,2}(?:hablamos|mejor|
    mas|es|seguimos|seguro)\b|\b(?:aqui|esto|esta app) (?:\w+ ){0,2}(?:no es seguro|lo leen|nos leen|vigilan|
    no es segura)\b|\b(?:ven|vamos|hablame) (?:\w+ )?(?:al privado|al priv|al dm|dm|por privado)\b
exchanges_handle
    \b(?:dame|pasame|me das|me pasas|cual es|mandame|dime) (?:tu |el )(?:numero|num|nro|cel|celular|telefono|movil|user|
    usuario|<APP>)\b|\b(?:como (?:te llamas|sales|estas) en) <APP>\b|\bmi (?:numero|num|snap|insta|ig|discord|telegram|
    kik|user|usuario)(?: es| ?:)
asks_for_picture
    \b(?:manda|mandame|mandas|envia|enviame|pasa|pasame|pasas|muestrame|ensename|sacate|tomate|hazte|haceme|mostrame|
    me mandas) (?:me |una |un |otra |tu |tus |alguna |la |ahora ){0,3}(?:\w+ )?<PIC>\b(?! (?:de la|del|de los|
    de tu perro))|\b<PIC> (?:tuya|tuyas|tuyo|de ti)\b|\b(?:tienes|tenes|puedo ver|
    quiero ver) (?:\w+ ){0,2}<PIC>\b(?! (?:de la|del))|\bcomo eres fisicamente\b|^\W*(?:y )?<PIC>\s*\?
asks_for_webcam
    \b(?:pon|prende|enciende|activa|prendes|pones|conecta) (?:\w+ ){0,2}<CAM>\b|\b(?:tienes|tenes) (?:\w+ )?<CAM>\b|
    \b(?:hacemos|hagamos|quieres|una|queres hacer) (?:\w+ ){0,2}(?:videollamada|video ?call|video llamada|facetime|
    video ?chat)\b|\b(?:muestrame|ensename|mostrame|dejame ver) (?:\w+ )?(?:tu )?(?:cara|carita)\b
camera_excuse
    \b(?:mi|la|se me) (?:\w+ ){0,2}<CAM> (?:\w+ ){0,3}(?:rota|roto|no|rompio|danada|mal|descompuesta|funciona)\b|
    \b(?:se (?:me )?rompio|no me (?:funciona|anda|va)) (?:la|mi) <CAM>\b|\bno tengo <CAM>\b
offers_gift
    \bte (?:doy|regalo|compro|mando|envio|paso|pago|recargo|voy a (?:dar|regalar|comprar)) (?:\w+ ){0,4}(?:robux|vbucks|
    pavos|v bucks|skins?|celular|movil|telefono|regal\w+|saldo|recarga|coins|monedas|nitro|zapatillas|tarjeta|diamantes|
    pase)\b|\b(?:quieres|queres) (?:\w+ ){0,2}(?:robux|vbucks|pavos|skins?|coins|nitro|diamantes|un regalo|saldo)\b|
    \btengo un regalo para ti\b
reward_for_compliance
    \bsi (?:me |te |lo |la )?(?:\w+ ){0,4}(?:mandas|envias|ensenas|muestras|haces|vienes|llamas|pones|prendes|
    pasas)\b.{0,25}\bte (?:doy|regalo|compro|pago|mando|paso)\b|\bte (?:doy|regalo|compro|pago|mando|
    paso) (?:\w+ ){0,5}si (?:\w+ ){0,4}(?:mandas|envias|ensenas|muestras|haces|vienes|llamas|pones|prendes|pasas)\b|
    \bpor cada <PIC>|\bdespues de todo lo que te (?:di|regale|compre)\b
money_or_job_offer
    \b(?:quieres|queres|te interesa) (?:\w+ ){0,3}(?:ganar|ganarte|trabajar) (?:\w+ ){0,2}(?:dinero|plata|facil|pasta|
    modelo|euros)\b|\bte (?:pago|doy|deposito|transfiero) (?:\w+ ){0,2}(?:\d+|dinero|plata|pasta)|\b(?:dinero|
    plata) facil\b|\b(?:agencia|sesion de fotos|casting|modelo|modelaje)\b.{0,30}\b(?:pagad\w+|pagan|pago|dinero|plata|
    para ti)\b
guilt_and_pressure
    \bsi (?:de verdad )?me (?:quisieras|amaras|quieres de verdad|tuvieras confianza|quisieses)\b|\b(?:pense|creia|
    crei) que (?:\w+ ){0,3}(?:madur[oa]|diferente|amigos|confiabas|querias|mas grande|mayor)\b|\bno (?:seas|te hagas|
    te pongas) (?:\w+ ){0,2}(?:asi|bebe|nin[oa]|cobarde|timid[oa]|la|el|dificil|mala|miedica|cri[oa])\b|
    \bdespues de todo lo que (?:he hecho|hice|hago)\b|\b(?:demuestra|demuestrame|demostrame|pruebalo)\b(?! que (?:el|la|
    x))|\bno confias en mi\b
sets_deadline
    \b(?:tienes|tenes|te quedan|te doy) (?:\w+ )?(?:\d+|un|una|dos|cinco|diez) (?:min\w*|horas?|seg\w*|dias?)\b|
    \bultima (?:oportunidad|advertencia|vez que)\b|\bel tiempo (?:corre|pasa)\b|\bse (?:te )?acaba el tiempo\b
refuses
    \b(?:no|mejor no) (?:quiero|puedo|voy|lo hago|me gusta|me atrevo|mando|te voy)\b
refuses:everyday
    ^\W*(?:no|noo|nop|nope|nunca|jamas|ni loc[oa]|paso|mejor no|ni hablar)\b
shows_discomfort
    \b(?:para|basta|deja|ya) (?:\w+ ){0,2}(?:por favor|de preguntar|con eso|ya)\b
    \bdejame (?:\w+ )?(?:en paz|tranquil[oa])\b|\b(?:por|x) ?que (?:me )?preguntas (?:eso|esto)\b
    \bme siento (?:\w+ )?incomod\w+
shows_discomfort:everyday
    \b(?:esto|eso|es|eres|me|estas) (?:\w+ ){0,3}(?:rar[oa]|incomod\w+|creepy|asco|miedo|mal rollo|turbio)\b
shows_fear
    \b(?:por favor|porfa|xfa|xfavor|te lo suplico) (?:\w+ ){0,2}no\b(?! (?:llegues|vengas) tarde)
    \bno (?:lo |la |las |se lo )?(?:\w+ )?(?:mandes|subas|publiques|digas|ensenes|
    compartas) (?:\w+ ){0,3}(?:por favor|porfa|xfa)\b|\b(?:hago|hare) (?:todo )?lo que (?:quieras|sea|digas)\b
shows_fear:everyday
    \btengo (?:\w+ )?miedo\b(?! a las)|\bestoy (?:llorando|temblando)\b
threatens
    \bte vas a arrepentir\b|\bse (?:donde|en que) (?:\w+ )?(?:vives|vivis|estudias)\b|\bvoy a ir a tu casa\b
    \b(?:o|sino|si no) (?:le |les |se lo )?(?:\w+ )?(?:digo|cuento|muestro|enseno|mando) (?:\w+ ){0,3}(?:tus?|todos|
    tod[oa])\b|\b(?:le|les|se lo) (?:voy a )?(?:digo|decir|cuento|contar|contare|
    dire) (?:\w+ ){0,2}a tus? <PARENT> (?:\w+ ){0,2}(?:lo que|que)\b
threatens:everyday
    \b(?:te )?(?:voy a |vo a )(?:encontrar|buscar|matar|partir|hacer dano|arruinar)(?:te)?\b(?! (?:el|la|un|una|mi|
    trabajo))
blackmails
    \b(?:lo|la|las|los|todo|esto) (?:voy a |vo a )?(?:subo|subir|publico|publicar|mando|mandar|envio|enviar|comparto|
    compartir|difundo|filtro|filtrar|paso|pasar|muestro|enseno|subire|mandare) (?:\w+ ){0,4}(?:todos|todo el mundo|
    tus? (?:amigos|amigas|padres|contactos|seguidores|mama|madre|familia|cole|colegio|escuela|clase)|internet|redes|
    grupo)\b|\btengo (?:\w+ ){0,2}(?:capturas?|(?:todo )?grabad[oa] (?:todo|la llamada)|todo grabado|tus fotos|
    tus seguidores|tus contactos|tu lista|screenshots?)\b|\b(?:o|sino|si no) (?:\w+ ){0,3}(?:todos|todo el mundo|
    tus amigos) (?:\w+ ){0,2}(?:ven|veran|van a ver|saben|se enteran)\b
demands_payment
    \b(?:paga|pagame|manda|mandame|compra|comprame|deposita|envia|enviame|transfiere|haz) (?:me |ahora |una |un |el |
    primero ){0,3}(?:\w+ )?(?:\d+ ?(?:euros?|€|pesos|dolares|soles)|euros|tarjeta\w* (?:de )?(?:steam|regalo|google|
    amazon|itunes)|paysafe\w*|bizum|bitcoin|codigos?|saldo)\b|\b(?:paga|pagame) (?:\w+ ){0,3}(?:o|sino|si no)\b
threatens_self_harm
    \bme (?:voy a |vo a )?(?:mato|matar|suicido|suicidar|corto|hago dano|hacer dano|cortar)\b(?! (?:el pelo|las unas|
    de risa|el cabello))|\b(?:sin ti|si (?:te vas|me dejas|me bloqueas|no (?:me )?contestas)) (?:\w+ ){0,4}(?:vivir|
    muero|morir|mato|vida|matar)\b|\bno quiero (?:seguir )?viv(?:ir|iendo)\b
proposes_meeting
    \b(?:quiero|quisiera|me gustaria|quieres|puedes) (?:\w+ )?(?:verte|conocerte|venir a mi casa|quedar conmigo|
    vernos|quedar|verme)\b|\b(?:ven|venite|vente) a mi casa\b
    \b(?:conocernos|vernos|verte) (?:\w+ )?(?:en persona|en la vida real|irl)\b
proposes_meeting:everyday
    \b(?:nos vemos|quedamos|podemos vernos|quieres quedar|queremos vernos|nos juntamos|nos encontramos|
    nos vamos a ver) (?:\w+ ){0,3}(?:en persona|tu y yo|solos|parque|sabado|finde|hoy|manana|algun dia|un dia|
    centro|en el|tarde)\b
arranges_travel
    \b(?:te )?(?:paso a|voy a|puedo|vengo a) (?:buscarte|recogerte|buscar en|llevarte|traerte)|\bte (?:recojo|busco|
    llevo|paso a buscar|paso a recoger|traigo) (?:\w+ ){0,4}(?:coche|auto|carro|moto|a casa|salida|esquina|cole|ahi)\b|
    \bte (?:pago|compro|mando|pido|reservo) (?:\w+ ){0,3}(?:billete|boleto|pasaje|tren|uber|taxi|hotel|bus|viaje)\b|
    \bpuedes (?:dormir|quedarte) en mi casa\b
avoids_tracking
    \bdeja (?:tu |el )?(?:movil|celular|cel|telefono|tablet|reloj) (?:\w+ ){0,2}(?:casa|taquilla|cuarto|habitacion|
    escuela)\b|\b(?:apaga|quita|desactiva) (?:\w+ ){0,2}(?:ubicacion|localizacion|gps)\b|
    \b(?:di|dile|diles) (?:\w+ ){0,3}(?:te quedaste|se te acabo|se acabo|sin) (?:\w+ ){0,2}bateria\b
wants_nobody_along
    \bven (?:\w+ ){0,2}(?:solo|sola|solito|solita)\b|\b(?:solo|solamente) (?:nosotros|nosotras|
    tu y yo) ?(?:dos)?\b(?=\W*$|\W+(?:ok|vale|si|nadie))|
    \bno (?:traigas|lleves|vengas con) (?:a )?(?:nadie|tus? amig\w+)\b|\bsin tus? amig\w+\b
sneaking_out
    \b(?:escapate|escapa|escaparte|sal|salir|salte) (?:\w+ ){0,3}(?:a escondidas|de noche|esta noche|sin que|
    por la ventana|escondidas|hoy|un rato)\b|\bdeja (?:\w+ ){0,3}(?:puerta|ventana) (?:\w+ ){0,2}abierta\b|
    \bsin que (?:\w+ ){0,3}(?:padres|mama|papa|nadie|madre|padre|papas) (?:\w+ ){0,2}(?:enter|se d|sep|oig|ve)\w*|
    \b(?:di|dile) (?:\w+ ){0,3}que (?:duermes|te quedas) (?:en|con)\b
watches_from_afar
    \bte (?:vi|veo|estuve mirando|estaba mirando|observo) (?:\w+ ){0,4}(?:hoy|ayer|cole|colegio|calle|parada|parque|
    entrenar|escuela|salir)\b|\bestoy (?:\w+ )?(?:afuera|fuera|enfrente|delante) de tu (?:\w+)|\bse (?:a )?(?:donde|
    que cole|que escuela) (?:\w+ ){0,2}(?:entrenas|vas|juegas|bailas)\b|\b(?:eras|fuiste) tu (?:la|el) (?:de|que)\b
speaks_as_parent
    <CALLED>
    \b(?:la )?(?:cena|comida|merienda) (?:\w+ )?(?:lista|en la mesa|esta lista|en el horno)\b|\b(?:hiciste|has hecho|
    haz|no olvides|no te olvides|recoge|ordena|lavate|acuerdate) (?:\w+ ){0,4}(?:deberes|tarea|dientes|cuarto|
    habitacion|mochila|abrigo|platos|llaves|almuerzo)\b|\bbesos? (?:de )?(?:mama|papa|la abuela|tu abuela)\b
speaks_as_parent:called
    <CALLED>
speaks_as_family
    (?<!tu )\b(?:mama|papa|la abuela|el abuelo) (?:dice|dijo|quiere|viene|pregunta|cocina|llama|esta haciendo)\b|
    \b(?:preguntale|dile|llama|avisa) (?:\w+ )?a (?:mama|papa|la abuela)\b|\b(?:le digo|se lo digo) a (?:mama|papa)\b|
    \b(?:sal|salte|fuera) de mi (?:cuarto|habitacion|pieza)\b|\b(?:tio|tia) [a-z]+ (?:viene|esta|dijo)\b
shares_school_life
    \b(?:hiciste|has hecho|tenemos|que hay de|cual es) (?:\w+ ){0,2}(?:la |los |el )?(?:mates|matematicas|lengua|ingles|
    biologia|fisica|historia|deberes de|tarea de)\b|\b(?:el |la )?profe? (?:de [a-z]+|[a-z]{3,15}) (?:dijo|esta|pidio|
    falto|puso)\b|\bexamen de (?:mates|matematicas|lengua|ingles|historia|fisica|biologia)\b|\ben (?:el recreo|
    la cantina|el patio|el gimnasio)\b
speaks_to_a_team_or_class
    \b(?:queridos|estimados|buenas tardes|buenos dias|hola) (?:padres|familias|ninos|a todos|a todas|equipo|chicos|
    clase)\b|\b(?:el )?(?:entreno|entrenamiento) (?:es|se|empieza|de|del|hoy|manana|queda)\b|\b(?:salida|encuentro|
    quedada) (?:\w+ )?a las \d|\bpor favor (?:\w+ ){0,2}(?:traer|firmar|entregar|confirmar|traed|avisar)\b
game_talk
    \b(?:jugamos|juegas|partida|jugar|server|servidor|una de) (?:\w+ ){0,3}(?:minecraft|fortnite|roblox|fifa|valorant|
    brawl|free fire|mario|server|zelda)\b|\b(?:gg|wp|headshot|lobby|respawn|loot|jefe final|boss|ranked)\b
support_desk
    \bsu (?:pedido|numero de|cuenta|paquete|factura|cita|solicitud)\b|\ben que (?:puedo|podemos) ayudarl[eo]\b|
    \bmi (?:pedido|paquete|factura) (?:no|esta|llego|todavia)\b|\b(?:atentamente|atencion al cliente|
    sigue (?:disponible|en venta)|aun disponible)\b
talks_about_grooming
    \b(?:ciber)?grooming\b|\bsextorsion\b|\b(?:extranos|desconocidos|depredador\w*) (?:\w+ ){0,2}(?:internet|en linea|
    redes)\b|\b(?:seguridad|peligros) (?:\w+ ){0,2}(?:internet|en linea|redes|online)\b
adults_both:grown_life
    \b(?:mi|mis) (?:ex ?)?(?:esposa|esposo|mujer|marido|hijos?|hijas?|jefe|jefa|hipoteca|divorcio|nietos?)\b
is_question
    ^\W*(?:(?:y|pero|oye|hey|ok|bueno|di) )?(?:como|que|donde|adonde|cuando|quien|cual|cuantos?|cuantas?|por que|
    porque|pq|eres|estas|tienes|puedes|quieres|vives|vas|podemos|quedamos|haces|te gusta)\b
is_request
    \b(?:manda(?:me)?|envia(?:me)?|ensena(?:me)?|muestra(?:me)?|dame|ven|llama(?:me)?|agrega(?:me)?|borra(?:lo)?|
    di(?:me)?|promete(?:me)?|escribe(?:me)?|descarga|paga|compra|prueba|pasa(?:me)?)\b
    \b(?:puedes|quieres|podemos|me puedes)\b
    \b(?:por favor|porfa|fotos?|selfies?|cam|snap|numero|direccion|contrasena)\b
is_jest
    \b(?:(?:ja){2,}j?|(?:je){2,}|(?:ha){2,}|lol|xd+|es broma|era broma|broma|de broma|bromeo|estoy bromeando|jaj\w*)\b
threatens_self_harm:leverage
    \b(?:si|sin|por|porque) (?:tu|ti|te|me)\b|\bculpa tuya\b|\btu culpa\b|\b(?:unic[oa]) (?:persona|razon|cosa)\b
    \bno me (?:dejes|bloquees)\b
sets_deadline:at_stake
    \b(?:sino|si no|o|paga\w*|subo|publico|fotos?|manda\w*|borr\w*|desbloquea\w*|todos|decide|ultima oportunidad)\b
sets_deadline:countdown
    ^\W*(?:te )?(?:quedan? |solo )?\d+ ?(?:min|minutos?|h|horas?|seg|segundos?)\b(?:\W+\w+){0,2}\W*$
persists_after_refusal:insists
    \b(?:venga|vamos|anda|dale|porfa+|por favor|por que no|pq no|solo (?:una|uno|una vez|esta vez|un)|una nada mas|
    no seas (?:asi|mal[oa]|tont[oa])|nadie (?:se va a|lo va a|se entera|lo sabra|lo ve)|no (?:es|pasa) nada|
    es normal|tod[oa]s lo hacen|confia en mi|hazlo|di que si|de que tienes miedo|la ultima vez)\b
"""
