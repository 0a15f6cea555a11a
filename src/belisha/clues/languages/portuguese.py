"""The phrases of Portuguese."""

from belisha.clues.languages import Language


class Portuguese(Language):
    """Portuguese of Brazil and of Portugal, as it is typed in chats: ``vc``, ``pq``, ``n`` and ``ta``."""

    code = "pt"
    common = (
        "o a os as e de em eu tu voce vc vcs voces ele ela nos eles elas meu minha meus minhas teu tua seu sua um uma "
        "uns umas do da dos das no na nos nas pelo pela com por para pra pro e ou mas se sim nao n naum nada sao sou "
        "estou to ta esta estava era tenho tem tens tinha que q quem como quando onde porque pq mais ja tambem tb "
        "sempre nunca hoje amanha agora aqui ali isso isto esse essa aquele posso pode podes quero quer queres me "
        "manda mandar oi ola obrigado obrigada voce bom boa algo alguem ninguem tudo todos muito fica ficar vou vai "
        "vamos fazer faz so ate sem nosso nossa depois eh cade mae pai vo ao aos foto teus seus qual aula manha deixa "
        "ca onibus tres gente jogar dele dela foi ser ti contigo comigo"
    )
    table = r"""
PARENT
    mae|mamae|pai|papai|pais|velhos|familia|avo|irmao|irma|prof|professora?|coroas?
APP
    snap|snapchat|insta|instagram|ig|whatsapp|whats|wpp|zap|zapzap|telegram|discord|dc|kik|signal|skype|messenger
PIC
    fotos?|fotinhas?|fotinha|pics?|selfies?|nude
CAM
    cam|camera|webcam|camara
CALLED
    ^\W*(?:mae|mamae|pai|papai|vo|vovo|mainha)\b(?! (?:disse|falou|diz|quer|vai|vem|e |ta|esta|nao))|\b(?:ok|ta|sim|nao|
    obrigad[oa]|oi|ola|desculpa|bom|beijo|ta bom) (?:\w+ )?(?:mae|mamae|pai|papai|vo|vovo)\b(?! (?:disse|falou|diz|quer|
    vai|vem|ta))
stated_age
    \b(?:tenho|eu tenho|fiz|faco|vou fazer|ja tenho|tinha)(?: (?:so|ja|quase|apenas|eu|tambem))? (\d\d?)(?: ?(?:anos?|
    aninhos)\b(?! (?:de (?:casad\w|experiencia|carreira|servico)))|\W*$| (?:k+|rs+|jaja\w*|haha\w*|ahah\w*|lol|xd|mdr|
    ptdr)\b| e (?:tu|vc|voce))
asks_age
    \b(?:quantos|qts|qtos|quants) anos (?:voce|vc|tu|c|ce)? ?(?:tem|tens|faz)\b(?! (?:o|a|seu|sua|teu|tua|ele|ela)\b)|
    \bqual (?:e |eh )?(?:a )?(?:sua|tua) idade\b|\b(?:que|q) idade (?:tem|tens|voce|vc)\b(?! (?:o|a)\b)|
    ^\W*(?:e )?(?:sua |tua )?idade\s*\?+\s*$|\b(?:em|ta em|estas em|faz) (?:que|q|qual) (?:serie|ano|
    turma)\b(?: (?:voce|vc|tu|estas|ta|esta|anda))?
states_young_age:child
    \b(?:sou|ainda sou) (?:\w+ ){0,2}(?:uma crianca|crianca|menor|de menor|muito nov[oa]|um miudo|uma miuda)\b(?! que)|
    \b(?:to|estou|tou|ando) (?:no|na|em) (?:[4-9]|quarto|quinto|sexto|setimo|oitavo|nono|quinta|sexta|setima|
    oitava)[oa]? ?(?:ano|serie|classe)\b
asks_location
    \b(?:onde|aonde|dnd|d onde|de onde) (?:voce |vc |tu |c |ce )?(?:mora|moras|vive|vives|estuda|estudas|es|
    fica sua casa|e|tecla|teclas|fala|falas)\b(?! (?:o|a|que)\b)|\b(?:em|de|qual) (?:que|q|qual|e a sua|
    e a tua)? ?(?:escola|cidade|bairro|colegio|rua|zona) (?:voce |vc |tu )?(?:estuda|estudas|mora|moras|vive|es|e|
    andas)?\b(?<!de escola)|\b(?:qual |me da |me passa |manda )(?:e )?(?:o |a )?(?:seu|sua|teu|tua) (?:endereco|
    localizacao|morada|cep)\b|\b(?:mora|moras) longe\b
asks_if_alone
    \b(?:ta|esta|estas|tas|fica|ficas) (?:\w+ ){0,2}(?:sozinh[oa]|so em casa)\b|\b(?:tem|
    tens) (?:\w+ ){0,2}(?:a casa (?:so )?(?:pra|para) (?:voce|vc|ti)|casa livre|um quarto so seu|quarto proprio)\b|
    \b(?:fecha|tranca) (?:\w+ )?porta\b|\bvai (?:\w+ ){0,2}(?:pro seu quarto|para o teu quarto|pro quarto|pro banheiro|
    casa de banho)\b|^\W*(?:e )?sozinh[oa](?: em casa)?\s*\?
asks_about_supervision
    \b(?:seus?|teus?|sua|tua|os teus) <PARENT> (?:\w+ ){0,2}(?:ta|tao|esta|estao|mexe|mexem|olha|olham|ve|veem|le|leem|
    controla|controlam|dorme|dormem|trabalha|trabalham|chega|chegam|sabe) ?(?:\w+ ){0,3}(?:casa|ai|celular|telemovel|
    chat|conversas?|mensagens|tarde|hora|trabalho|fora|dormindo|perto)\b|\b(?:estao|esta|chegam|chega|dormem|saem|mexe|
    olha) (?:\w+ )?(?:seus?|teus?|sua|tua|os teus) <PARENT>\b|\btem (?:alguem|mais alguem) (?:\w+ ){0,2}(?:com voce|
    com vc|contigo|no quarto|perto|ai)\b|\bquem (?:ta|esta) (?:\w+ )?(?:com voce|com vc|contigo|em casa)\b
asks_routine
    \b(?:que horas|q horas|a que horas|quando|ate que horas) (?:voce |vc |tu )?(?:\w+ )?(?:sai|sais|chega|chegas|volta|
    voltas|dorme|dormes|fica sozinh[oa]|ficas sozinh[oa])\b(?! o)|\b(?:volta|voltas|vai|vais|
    vem) (?:\w+ ){0,3}sozinh[oa] (?:\w+ ){0,2}(?:casa|escola|pe)?|\bpor onde (?:voce |vc |tu )?(?:volta|passa|vai|vais|
    passas)\b|\b(?:que horas|quando) (?:\w+ )?(?:seus|teus|sua|tua) <PARENT> (?:dorm|trabalh|chega|sae|sai)\w*
asks_relationship_history
    \b(?:tem|tens|ja teve|vc tem) (?:\w+ ){0,2}(?:namorad[oa]|ficante|crush|paquera)\b(?! d)|\b(?:e|es|ta|esta|
    vc e) (?:\w+ )?(?:solteir[oa]|apaixonad[oa]|single)\b|\b(?:ja|alguma vez) (?:\w+ ){0,2}(?:beijou|beijaste|
    ficou com)\b
flattery
    \bmadur[oa] (?:pra|para) (?:a )?(?:sua|tua) idade\b|\b(?:oi|ola|hey|oie|e ai|bom dia) (?:\w+ )?(?:linda|gata|
    gatinha|princesa|bebe|amor|anjo|delicia|lindinha|fofa)\b|\bolhos lindos\b
flattery:everyday
    \b(?:voce|vc|tu|es|e) (?:\w+ ){0,3}(?:lind[oa]|gat[oa]|gatinh[oa]|bonit[oa]|fof[oa]|madur[oa]|perfeit[oa]|especial|
    mais velh[oa] do|linda demais|princesa)\b
special_bond
    \bninguem te (?:\w+ )?(?:entende|compreende|conhece|ve) (?:\w+ ){0,2}(?:como|igual|melhor|que nem)\b|\b(?:voce|vc|
    tu) (?:e|es|eh) (?:a|o) unic[oa] (?:\w+ )?(?:que|com|em|pessoa)\b|\b(?:pode|podes) (?:me )?(?:\w+ )?(?:contar|dizer|
    confiar|contar me) (?:\w+ )?(?:tudo|qualquer|em mim)\b|\b(?:o que temos|o que a gente tem|nos dois|nossa ligacao|
    eu e voce) (?:\w+ ){0,2}(?:especial|unico|almas gemeas|diferente|rara)\b|\balmas? gemeas?\b|\bsempre (?:vou estar|
    estarei) (?:\w+ )?(?:pra|para|aqui)\b
age_gap_acknowledged
    \b(?:a )?idade (?:\w+ )?(?:e|eh|nao) (?:\w+ ){0,2}(?:numero|importa)\b|\b(?:sou|
    seja) (?:\w+ ){0,2}(?:mais velh[oa] que (?:voce|vc|tu)|(?:muito |demasiado )?velh[oa] (?:demais )?(?:pra|
    para) (?:voce|vc|ti))\b|\b(?:te incomoda|se importa|importas te|tem problema|incomoda te) (?:\w+ ){0,3}(?:que|se|
    eu) (?:\w+ ){0,2}(?:mais|velh[oa]|\d\d)|\btenho (?:2\d|3\d|4\d|5\d)\b.{0,20}\b(?:problema|incomoda|tudo bem|
    importa)\b
asks_for_secrecy
    \b(?:nao|n|naum|nunca) (?:\w+ )?(?:conta|conte|contes|fala|fale|diga|digas|diz|mostra|
    mostre) (?:\w+ ){0,4}(?:<PARENT>|ninguem|amigas|amigos)\b|\b(?:fica|isso e|e|
    fica so) (?:\w+ ){0,2}(?:entre (?:a gente|nos|eu e voce|nos dois)|nosso segred(?:o|inho))\b|
    \bnosso (?:pequeno )?segred(?:o|inho)\b|\b(?:sabe|consegue|sabes|consegues) (?:\w+ )?guardar (?:\w+ )?segredos?\b|
    \b(?:seus?|teus?|sua|tua) <PARENT> nao (?:\w+ )?(?:pode|podem|precisa|precisam) (?:\w+ )?(?:saber|ver|descobrir)\b|
    \bnem uma palavra\b|\bguarda (?:isso|segredo) (?:pra|para|so)\b
asks_to_delete
    \b(?:apaga|apague|exclui|exclua|deleta|apagou|apagaste|limpa) (?:\w+ ){0,3}(?:chat|conversas?|mensage\w+|msgs?|
    fotos?|tudo|historico)\b|\bmensagens (?:temporarias|que somem|que desaparecem)\b|\b(?:nao deixa|sem deixar|
    sem) (?:rastros?|vestigios)\b
promises_secrecy
    \b(?:nao|n) (?:vou )?(?:mostr\w+|cont\w+|dig\w*|diz\w+|fal\w+) (?:\w+ ){0,2}(?:pra|para|a) ninguem\b|\b(?:fica|
    guardo) (?:\w+ ){0,2}(?:so )?(?:comigo|pra mim|para mim)\b|\bninguem (?:\w+ )?(?:vai ver|vai saber|ve|vera|sabera)\b
gives_cover_story
    \bse (?:\w+ ){0,4}(?:perguntar|perguntarem)\b.{0,15}\b(?:fala|diz|diga|fale|dizes)\b|\b(?:fala|diz|diga|
    fale) (?:\w+ ){0,3}que (?:voce |vc |tu |eu )?(?:ta|esta|estas|vai|sou|dorme|vais) (?:\w+ ){0,2}(?:casa de|na casa|
    seu primo|teu primo|da sua escola|da tua escola|uma amiga|um amigo)\b|\b(?:me salva|salva me|me anota|grava me|
    guarda me) (?:\w+ ){0,3}(?:como|com)\b|\b(?:finge|faz de conta) (?:\w+ )?que\b
isolates_from_family
    \b(?:seus?|teus?|sua|tua) <PARENT> (?:nao|n) (?:te )?(?:\w+ )?(?:entende|entendem|ouve|ouvem|ligam?|liga|confia|
    confiam|compreendem?|importa\w*)\b|\b(?:seus?|teus?|sua|tua) <PARENT> (?:e|sao) (?:\w+ ){0,2}(?:rigid[oa]s?|
    chat[oa]s?|injust[oa]s?|ma|maus|sever[oa]s?|control\w+)\b|\bnao (?:\w+ )?(?:precisa|tens de|tens que|liga|
    ligues) (?:\w+ ){0,2}(?:ouvir )?(?:os |a |o )?(?:seus?|teus?|sua|tua) <PARENT>\b|\b(?:posso|podia|
    poderia) ser (?:\w+ )?(?:como )?um (?:pai|irmao mais velho)\b
isolates_from_friends
    \b(?:suas|seus|tuas|teus) (?:amigas|amigos|colegas) (?:\w+ )?(?:sao|te|falam|nao|mentem|usam|
    tem) (?:\w+ ){0,4}(?:criancas?|infantis|fals[oa]s|invejos[oa]s|invejos|ciumes|entendem|voce|vc|ti|usam|imatur[oa]s|
    costas|inveja|burr[oa]s)\b|\b(?:voce |vc )?nao precisas? (?:de |d)(?:mais )?(?:ninguem|delas|deles|amig\w+|
    outr\w+)\b|\besquece (?:\w+ )?(?:suas|seus|tuas|teus|outros|outras|elas|eles)\b|\b(?:voce |vc )?(?:ja )?(?:tem|
    tens) a mim\b
jealous_control
    \bcom quem (?:voce |vc |tu )?(?:ta|esta|estas|estava|fala|falas|conversa|tava|anda)\b|\bquem e (?:esse|aquele|
    o) (?:cara|menino|garoto|rapaz|gajo|moleque)\b|\bnao quero que (?:\w+ )?(?:fale|fales|saia|converse|veja)\b|
    \b(?:voce|vc|tu) (?:e|es) (?:so )?minha\b(?! (?:amiga|irma|mae|prima))
moves_to_other_app
    \b(?:vamos|bora|me chama|chama|me adiciona|adiciona me|fala comigo|tem|tens|passa|me segue|falamos|conversa|vem|
    cola) (?:\w+ ){0,4}(?:no |pro |pelo |para o |o )?<APP>\b|\b(?:no|pelo) <APP> (?:\w+ ){0,2}(?:e melhor|melhor|mais|
    falamos|e mais|seguro)\b|\b(?:aqui|esse app) (?:\w+ ){0,2}(?:nao e seguro|vigiam|leem)\b|\b(?:vem|chama|fala|
    me chama) (?:\w+ )?(?:no privado|pro pv|no pv|na dm|no priv)\b
exchanges_handle
    \b(?:me da|me passa|passa|qual e|qual|manda|da me|dá me|diz me) (?:o )?(?:seu|teu) (?:numero|num|nro|cel|telemovel|
    telefone|user|<APP>)\b|\b(?:como|qual) (?:\w+ ){0,3}(?:nome|chama|aparece) no <APP>\b|\bmeu (?:numero|num|snap|
    insta|ig|discord|telegram|zap|kik|user)(?: e| eh| ?:)
asks_for_picture
    \b(?:manda|me manda|mande|envia|mostra|tira|passa|faz|manda me|me envia) (?:uma |um |outra |sua |tua |so |mais |
    alguma |a |pra mim ){0,3}(?:\w+ )?<PIC>\b(?! (?:da |do |dos |das ))|\b<PIC> (?:sua|tua|suas|de voce|de vc)\b|
    \b(?:tem|tens|posso ver|quero ver|deixa eu ver) (?:\w+ ){0,2}<PIC>\b(?! (?:da|do))|\bcomo (?:voce|vc|tu) (?:e|
    es) (?:fisicamente|de aparencia)\b|^\W*<PIC>\s*\?
asks_for_webcam
    \b(?:liga|abre|ativa|ligar|poe|bota) (?:\w+ ){0,2}<CAM>\b|\b(?:tem|tens) (?:\w+ )?<CAM>\b|\b(?:vamos|quer|bora|
    fazer|faz|queres) (?:\w+ ){0,3}(?:chamada de video|videochamada|video ?call|call de video|facetime)\b|\b(?:mostra|
    deixa eu ver|deixa ver) (?:\w+ )?(?:seu |teu |o )?(?:rosto|rostinho|cara)\b
camera_excuse
    \b(?:minha|a) <CAM> (?:\w+ ){0,3}(?:quebrou|quebrada|nao|estragada|avariada|pifou|ruim)\b|\b(?:quebrou|
    estragou) (?:a minha|minha|a) <CAM>\b|\bnao tenho <CAM>\b
offers_gift
    \b(?:te |vou te |posso te |eu te )(?:dou|compro|mando|pago|dar|comprar|mandar|passo|envio|presenteio|recarrego|
    ofereco) (?:\w+ ){0,4}(?:robux|vbucks|v bucks|skins?|celular|telemovel|presente\w*|prenda|credito|recarga|coins|
    nitro|tenis|diamantes|gift card|passe)\b|\b(?:quer|queres) (?:\w+ ){0,2}(?:robux|vbucks|v bucks|skins?|coins|nitro|
    diamantes|um presente|uma prenda)\b|\btenho um presente (?:pra|para) (?:voce|vc|ti)\b
reward_for_compliance
    \bse (?:voce |vc |tu )?(?:me )?(?:\w+ ){0,4}(?:mandar|mandares|enviar|mostrar|fizer|fizeres|vier|vieres|ligar|
    ligares|aceitar)\b.{0,25}\b(?:te dou|te pago|ganha|ganhas|te compro|te mando|dou te|dou)\b|\b(?:te dou|te pago|
    te compro|te mando|dou te|ganha) (?:\w+ ){0,5}se (?:\w+ ){0,4}(?:mandar|mandares|enviar|mostrar|fizer|vier|ligar|
    ligares|aceitar)\b|\b(?:por|pra|a) cada <PIC>|\bdepois de tudo que (?:eu )?te (?:dei|comprei)\b
money_or_job_offer
    \b(?:quer|queres|interessa) (?:\w+ ){0,3}(?:ganhar|fazer|um) (?:\w+ ){0,2}(?:dinheiro|grana|trocado|guita)\b|
    \b(?:te pago|pago te|te dou|faco um pix|mando um pix) (?:\w+ ){0,2}(?:\d+|dinheiro|grana|reais|pix)|\b(?:dinheiro|
    grana) facil\b|\b(?:agencia|ensaio fotografico|sessao de fotos|casting|modelo)\b.{0,30}\b(?:pag\w+|dinheiro|cache|
    grana)\b
guilt_and_pressure
    \bse (?:voce |vc |tu )?(?:\w+ )?(?:me amasse|me amasses|gostasse de mim|gostasses de mim|me ama|confiasse em mim)\b|
    \b(?:pensei|achei|pensava) que (?:\w+ ){0,4}(?:madur[oa]|diferente|amigos|confiava|confiavas|gostava|gostavas)\b|
    \b(?:nao )?(?:seja|sejas|deixa de ser|para de ser|faz de) (?:\w+ ){0,2}(?:crianca|bebe|medros[oa]|chat[oa]|dificil|
    bob[oa]|infantil)\b|\bdepois de tudo (?:o )?que (?:eu )?(?:fiz|faco)\b|\b(?:prova|prove|me prova)\b(?: (?:isso|
    que me|pra mim|entao))|\b(?:nao confia|nao confias) em mim\b
sets_deadline
    \b(?:tem|tens|voce tem|te dou|faltam) (?:\w+ )?(?:\d+|um|uma|dois|duas|cinco|dez) (?:min\w*|horas?|seg\w*|dias?)\b|
    \bultim[oa] (?:chance|oportunidade|aviso)\b|\bo tempo (?:ta|esta|corre|passa|acaba)\b
refuses
    \b(?:nao|n) (?:quero|posso|vou|faco|gosto|consigo|mando)\b|\bmelhor nao\b
refuses:everyday
    ^\W*(?:nao|n|naum|nn|nunca|jamais|nem morta|nem pensar|melhor nao|deixa pra la)\b
shows_discomfort
    \b(?:para|pare|chega) (?:\w+ ){0,2}(?:com isso|de perguntar|por favor|com essas|ja)\b|\bme deixa (?:\w+ )?(?:em paz|
    quiet[oa])\b|\bdeixa me em paz\b|\b(?:por que|pq|porque) (?:voce |vc )?(?:me )?perguntas? (?:isso|isto)\b
shows_discomfort:everyday
    \b(?:isso|isto|voce|vc|ta|estas?|me|e) (?:\w+ ){0,3}(?:estranh[oa]|esquisit[oa]|desconfortavel|creepy|nojo|medo|
    assustador\w*|constrangid[oa])\b
shows_fear
    \b(?:por favor|pfv|pfvr|pf|pelo amor de deus) (?:\w+ ){0,2}(?:nao|n)\b(?! (?:se atrasa|chegue))|\b(?:nao|
    n) (?:\w+ )?(?:manda|mande|posta|poste|publica|publique|mostra|divulga|divulgue|conta) (?:\w+ ){0,4}(?:por favor|
    pfv|pfvr)\b|\bfaco (?:tudo|qualquer coisa|o que)\b
shows_fear:everyday
    \b(?:to|estou|tou) (?:\w+ )?(?:com )?(?:\w+ )?medo\b(?! de aranha)|\b(?:to|estou|tou) (?:chorando|tremendo|a chorar|
    a tremer)\b
threatens
    \b(?:vai|vais) (?:se |te )?arrepender\b|\bsei (?:onde|aonde) (?:voce |vc |tu )?(?:mora|moras|estuda|vive)\b|
    \bvou (?:na|ate|a|pra) (?:sua|tua) casa\b|\b(?:senao|ou|se nao) (?:eu )?(?:\w+ )?(?:conto|falo|mostro|mando|
    digo) (?:\w+ ){0,4}(?:seus?|sua|teus?|tua|todos|todo)\b|\b(?:vou )?(?:conto|contar|falar|falo|digo|
    dizer) (?:\w+ ){0,2}(?:pros|pra|aos|para|a|pro) (?:os )?(?:seus?|sua|teus?|tua) <PARENT> (?:\w+ ){0,2}(?:que|tudo|
    o que)\b
threatens:everyday
    \b(?:eu )?vou (?:te )?(?:achar|encontrar|te achar|matar|acabar com|atras de)(?: (?:voce|vc|ti|sua vida))?\b(?! (?:o|
    a|um|uma)\b)
blackmails
    \b(?:vou |eu )?(?:posto|postar|publico|publicar|mando|mandar|envio|enviar|divulgo|divulgar|espalho|espalhar|mostro|
    mostrar|vazo|vazar|compartilho) (?:\w+ ){0,4}(?:todo mundo|todos|toda a gente|seus|suas|teus|tuas|sua (?:mae|escola|
    familia|turma)|tua (?:mae|escola|familia|turma)|internet|redes|grupo da)\b|\btenho (?:\w+ ){0,2}(?:prints?|
    tudo gravado|gravado|suas fotos|tuas fotos|seus (?:contatos|seguidores)|teus (?:contactos|seguidores)|sua lista)\b|
    \b(?:senao|ou|se nao) (?:\w+ ){0,3}(?:todo mundo|todos|toda a gente|amigos) (?:\w+ ){0,2}(?:ve|ver|veem|vao ver|
    sabe|saber|fica sabendo)\b
demands_payment
    \b(?:paga|pague|manda|mande|compra|compre|faz|faca|deposita|transfere|me paga) (?:me |agora |uma |um |o |
    primeiro ){0,3}(?:\w+ )?(?:\d+ ?(?:reais|euros?|€|conto)|pix|mbway|mb way|gift ?card|cartao (?:steam|presente|
    google)|paysafe\w*|codigo|recarga|bitcoin)\b|\b(?:paga|pague|me paga) (?:\w+ ){0,3}(?:ou|senao|se nao)\b
threatens_self_harm
    \b(?:eu )?(?:vou |me )(?:me )?(?:mato|matar|suicido|suicidar|corto|cortar|machuco)\b(?! (?:o cabelo|de rir|as|o))|
    \b(?:sem voce|sem vc|sem ti|se (?:voce|vc|tu) (?:for|me deixar|me bloquear|nao responder|fores|
    me deixares)) (?:\w+ ){0,4}(?:viver|morro|morrer|mato|vida|matar)\b|\bnao quero (?:mais )?viver\b
proposes_meeting
    \b(?:quero|queria|gostava de|quer|queres) (?:\w+ )?(?:te ver|te encontrar|te conhecer|conhecer te|vir aqui|
    vir na minha|vir a minha)\b|\bvem (?:\w+ )?(?:aqui em casa|na minha casa|ca em casa|a minha casa|pra minha casa|
    me ver)\b|\b(?:pessoalmente|ao vivo|irl) (?:\w+ )?(?:te|nos|ver)\b
proposes_meeting:everyday
    \b(?:vamos|bora|podemos|a gente pode|queres|quer) (?:\w+ ){0,2}(?:nos encontrar|se encontrar|se ver|encontrar|
    nos ver|marcar)\b
arranges_travel
    \b(?:eu )?(?:te |vou te |posso te )(?:pego|busco|buscar|pegar|levo|levar|apanho|apanhar|
    trago) (?:\w+ ){0,4}(?:carro|casa|escola|esquina|moto|saida|estacao|la|ai)\b|\b(?:te |eu )?(?:pago|compro|mando|
    reservo|chamo) (?:\w+ ){0,3}(?:passagem|bilhete|uber|taxi|hotel|onibus|comboio|viagem)\b|
    \bpodes? (?:\w+ )?(?:dormir|ficar) (?:aqui|na minha|em minha|ca)\b
avoids_tracking
    \bdeixa (?:o |teu |seu )*(?:telemovel|celular|cel|telefone|tablet|relogio) (?:\w+ ){0,2}(?:casa|cacifo|armario|
    quarto|escola)\b|\b(?:desliga|tira|desativa|apaga) (?:\w+ ){0,2}(?:localizacao|gps)\b|\b(?:diz|fala|
    diga) (?:\w+ ){0,3}(?:sem bateria|acabou a bateria|bateria acabou|descarregou)\b
wants_nobody_along
    \b(?:vem|venha|vens) (?:\w+ ){0,2}(?:sozinh[oa]|so tu)\b|\b(?:so|apenas) (?:nos|eu e (?:tu|voce|vc)) ?(?:dois|duas|
    2)?\b(?=\W*$|\W+(?:ok|ta|sim|ninguem))|\bnao (?:tragas|traz|traga|leves|leva) (?:\w+ )?(?:ninguem|tu[ao]s? amig\w+|
    suas? amig\w+)\b|\bsem (?:os teus|as tuas|seus|suas) amig\w+\b
sneaking_out
    \b(?:sai|saia|foge|sair|escapa|fugir) (?:\w+ ){0,3}(?:escondid[oa]|as escondidas|de noite|sem fazer barulho|
    pela janela|de fininho)\b|\bdeixa (?:\w+ ){0,3}(?:porta|janela) (?:\w+ ){0,2}aberta\b|
    \bsem (?:que )?(?:\w+ ){0,4}(?:pais|mae|pai|ninguem) (?:\w+ ){0,2}(?:ver|perceb|saib|sab|ouv|vej|perceber)\w*|
    \b(?:fala|diz) (?:\w+ ){0,2}que (?:voce |vc )?(?:vai dormir|dorme|dormes) (?:na|em|com)\b
watches_from_afar
    \b(?:te vi|vi te|eu vi voce|vi vc|tava te olhando|estava te olhando) (?:\w+ ){0,4}(?:hoje|ontem|escola|rua|parque|
    treino|ponto|saindo|paragem)\b|\b(?:to|estou|tou) (?:\w+ )?(?:na frente|em frente|fora|a porta) (?:da|a|de) (?:sua|
    tua) (?:\w+)|\bsei (?:onde|que escola) (?:voce |vc |tu )?(?:\w+ )?(?:treina|treinas|joga|danca|vai|vais)\b|
    \bera (?:voce|vc) (?:\w+ )?(?:ontem|hoje|na|no)\b
speaks_as_parent
    <CALLED>|\b(?:o )?(?:jantar|almoco|lanche|comida) (?:\w+ )?(?:pronto|pronta|na mesa|no forno)\b|\b(?:ja fez|fez|
    nao esquece|nao esqueca|arruma|escova|lembra|fizeste|leva) (?:\w+ ){0,3}(?:licao|dever|deveres|tpc|dentes|quarto|
    mochila|casaco|louca|chave|lanche|uniforme)\b|\bbeijos? (?:da )?(?:mae|mamae|pai|papai|vovo|avo)\b
speaks_as_parent:called
    <CALLED>
speaks_as_family
    (?<!sua )(?<!seu )(?<!tua )(?<!teu )\b(?:mae|pai|a mae|o pai|a vo|vovo|mamae|papai) (?:disse|falou|mandou|quer|vem|
    perguntou|ta chamando|chamou)\b|\b(?:pergunta|fala|liga) (?:\w+ )?(?:pra|para a|pro) (?:mae|pai|vo|vovo|mamae|
    papai)\b|\b(?:vou contar|conto) (?:pra|pro|a) (?:mae|pai|mamae|papai)\b|\bsai do meu quarto\b|
    \bti[oa] [a-z]+ (?:vem|ta|falou)\b
shares_school_life
    \b(?:fez|fizeste|tem|qual|o que tem) (?:\w+ ){0,3}(?:mat|matematica|portugues|ingles|historia|biologia|fisica|
    licao de|tpc de)\b|\b(?:o |a )?(?:prof|profa|professora?|stor|stora) (?:de [a-z]+|[a-z]{3,15}) (?:disse|falou|
    faltou|pediu|ta)\b|\b(?:prova|teste) de (?:mat|matematica|portugues|ingles|historia|fisica|biologia)\b|
    \b(?:no recreio|na cantina|na quadra|no intervalo)\b
speaks_to_a_team_or_class
    \b(?:queridos|prezados|caros|bom dia|boa tarde|boa noite|ola) (?:pais|familias|alunos|a todos|todos|time|equipa|
    pessoal|turma|criancas|responsaveis)\b|\b(?:o )?treino (?:e|de|comeca|hoje|amanha|foi|mudou|cancelado|fica)\b|
    \b(?:saida|encontro|concentracao) (?:\w+ )?as \d|\b(?:favor|por favor|agradeco que) (?:\w+ )?(?:trazer|assinar|
    entregar|confirmar|avisar|tragam)\b
game_talk
    \b(?:bora|vamos|jogar|joga|jogas|partida|server|servidor|uma de) (?:\w+ ){0,3}(?:minecraft|fortnite|roblox|fifa|
    valorant|brawl|free fire|ff|mario|server|zelda)\b|\b(?:gg|wp|headshot|lobby|respawn|loot|boss|chefao|ranked|
    ranqueada)\b
support_desk
    \b(?:o )?seu (?:pedido|protocolo|pacote|chamado|agendamento|boleto)\b|\b(?:como|em que) posso ajudar\b|
    \bmeu (?:pedido|pacote) (?:nao|ta|chegou|ainda)\b|\b(?:atenciosamente|atendimento ao cliente|ainda (?:disponivel|
    a venda))\b
talks_about_grooming
    \b(?:grooming|aliciamento|aliciador\w*)\b|\bsextorsao\b|\b(?:estranhos|desconhecidos|
    predador\w*) (?:\w+ ){0,2}(?:internet|online|redes)\b|\b(?:seguranca|perigos) (?:\w+ ){0,2}(?:internet|online|
    redes)\b
adults_both:grown_life
    \b(?:minha|meu|meus) (?:ex ?)?(?:esposa|esposo|mulher|marido|filhos?|filhas?|chefe|patrao|hipoteca|divorcio|
    net[oa]s?)\b
is_question
    ^\W*(?:(?:e|mas|oi|ei|ok|entao|me diz) )?(?:como|que|o que|oq|onde|aonde|quando|quem|qual|quantos?|quantas?|por que|
    pq|porque|vc (?:e|ta|tem|quer|pode|mora|vai)|voce (?:e|esta|tem|quer|pode|mora|vai)|tu (?:es|tens|queres|podes|
    moras)|tens|queres|podes|a gente pode|vamos)\b
is_request
    \b(?:manda|envia|mostra|me da|da me|vem|liga|adiciona|apaga|deleta|fala|diz|promete|escreve|baixa|paga|compra|tenta|
    passa)\b|\b(?:vc pode|voce pode|podes|quer|queres|a gente pode|vamos)\b|\b(?:por favor|pfv|fotos?|selfies?|cam|snap|
    numero|endereco|morada|senha)\b
is_jest
    \b(?:kk?|(?:ha){2,}|(?:rs){1,}|(?:he){3,}|lol|xd+|brincadeira|to brincando|tava brincando|estou a brincar|zoeira|
    to zoando|kk)\b
threatens_self_harm:leverage
    \b(?:se|sem|por|porque) (?:voce|vc|tu|ti|me)\b|\bculpa (?:sua|tua)\b|\b(?:sua|tua) culpa\b|\b(?:unic[oa]) (?:pessoa|
    razao|coisa|motivo)\b|\bnao me (?:deixa|deixes|bloqueia)\b
sets_deadline:at_stake
    \b(?:senao|se nao|ou|paga\w*|posto|vazo|fotos?|manda\w*|apag\w*|desbloqueia\w*|todo mundo|todos|decide|
    ultima chance)\b
sets_deadline:countdown
    ^\W*(?:so |faltam |te restam )?\d+ ?(?:min|minutos?|h|horas?|seg|segundos?)\b(?:\W+\w+){0,2}\W*$
persists_after_refusal:insists
    \b(?:vai+ la|anda la|vamos la|qual e|por favor|pfv|por que nao|pq nao|so (?:uma|um|uma vez|essa vez)|uma so|
    nao seja (?:assim|ma|mau)|ninguem (?:vai|sabe|ve|fica sabendo)|nao (?:e|tem) nada|e normal|todo mundo faz|
    confia em mim|faz isso|diz que sim|ta com medo de que|ultima vez)\b
"""
