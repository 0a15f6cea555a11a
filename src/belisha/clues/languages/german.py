"""The phrases of German."""

from belisha.clues.languages import Language


class German(Language):
    """German, as it is typed in chats: with and without umlauts (``ue``), and with ``biste`` and ``haste``."""

    code = "de"
    common = """ich du wir ihr sie er es mir dir mich dich uns euch ist bin bist sind seid war warst hab habe hast
    haben hatte und oder aber nicht nix nichts kein keine keinen nein ja doch auch noch schon mal nur sehr mit von
    vom zum zur auf fur fuer bei beim nach aus wie wo wer wann warum wieso weil dass wenn dann das die der dem den
    ein eine einen einem einer mein meine dein deine deinem deiner deinen kann kannst willst will musst muss soll
    mach machst macht gehst geht komm kommst heute morgen jetzt immer wieder hallo hey hi na mama papa letzte habt
    welche seh finde schick sag bitte danke was sich biste haste uber ueber gut mehr hier euer eure"""
