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
