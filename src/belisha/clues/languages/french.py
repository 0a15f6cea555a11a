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
        "encore deja toujours jamais quel quelle quels ya personne te en jetais chui apres avant tout etes moins "
        "fille gars mec derniere maison ecole chambre laisse toute ici demain maintenant papa maman mamie papy stp "
        "hier jour sera etre avez ete jsuis jsais jpeux yavait quelquun quelque chose tous toutes souvent parfois "
        "vraiment assez bientot soir matin samedi dimanche vendredi lundi lycee classe devoirs mere pere frere soeur "
        "copain copine copains copines pote potes amie seule parler parle parles disait vu voir vois savoir sait "
        "crois pense penses aime aimes adore dois doit pourrais voudrais serait etais avait avais aurais sommes deux "
        "trois quatre cinq dix ans heure heures argent viens vient venir allez allons aller prends prendre donne "
        "donner montre efface supprime nos vos leurs cet ceux celle celui donc alors pourtant entre devant derriere "
        "depuis jusqua contre combien lequel laquelle mdr ptdr jpp tkt wsh wesh svp dsl bah ouai nn oue frr frero "
        "meuf jvais jveux jtaime bisous bonsoir desole daccord voila truc meme"
    )
