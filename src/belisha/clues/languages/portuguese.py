"""The phrases of Portuguese."""

from belisha.clues.languages import Language


class Portuguese(Language):
    """Portuguese of Brazil and of Portugal, as it is typed in chats: ``vc``, ``pq``, ``n`` and ``ta``."""

    code = "pt"
    common = (
        "o a os as e de em eu tu voce vc vcs voces ele ela nos eles elas meu minha meus minhas teu tua seu sua um uma "
        "uns umas do da dos das no na nas pelo pela com por para pra pro ou mas se sim nao n naum nada sao sou estou "
        "to ta esta estava era tenho tem tens tinha que q quem como quando onde porque pq mais ja tambem tb sempre "
        "nunca hoje amanha agora aqui ali isso isto esse essa aquele posso pode podes quero quer queres me manda "
        "mandar oi ola obrigado obrigada bom boa algo alguem ninguem tudo todos muito fica ficar vou vai vamos fazer "
        "faz so ate sem nosso nossa depois eh cade mae pai vo ao aos foto teus seus qual aula manha deixa ca onibus "
        "tres gente jogar dele dela foi ser ti contigo comigo tava tavas tao estas somos fui eram tinhas tinham faco "
        "fez dizer disse falar fala falei falou vejo viu sei sabe sabes acho achas penso gosto gostas adoro amo devo "
        "deves deve queria podia devia seria dois duas quatro cinco dez anos hora horas minutos reais dinheiro "
        "segredo vem vens vir vais pega pego toma leva mostra apaga tuas suas deles este aquela aquilo entao porem "
        "antes durante entre sobre atras desde quanto aonde escola turma trabalho matematica pais irmao irma avo "
        "amigo amiga amigos amigas telemovel celular fotos casa sozinho sozinha ontem noite sabado domingo sexta "
        "talvez pouco demais ainda cedo todas mesmo mesma tbm blz vlw obg beijos desculpa fixe massa mano bora ne "
        "pras pros numa num duma dum pelas pelos"
    )
