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
        "jaja hablar eh mama papa abuela fue mucho tio tia vas foto pon borra deja dejame ser clase cole casa ultima "
        "ni tres chico chica nuestro dile ves ven pago estamos estaba somos fui tenia tenias tenemos hago haces hizo "
        "decir digo dices dijo hablo hablas habla veo vemos visto sabes sabe creo crees pienso gusta gustas encanta "
        "quiere puede debo debes deberia queria podria seria cuatro cinco diez anos hora horas minutos pesos dinero "
        "secreto vienes viene venir voy va vamos toma tomo lleva muestra nuestra aquel entonces antes despues durante "
        "entre bajo sobre detras cuanto adonde escuela colegio tarea madre padre hermano hermana abuelo amigo amiga "
        "amigos amigas movil celular fotos ayer noche sabado domingo viernes lunes quizas vez poco demasiado todavia "
        "aun pronto luego todas mismo misma tmb perdon guay buena claro oye mira wey guey chido bacan neta nel orale "
        "ahorita aca alla ahi menos uno esos esas cumple"
    )
