"""The phrases of German."""

from belisha.clues.languages import Language


class German(Language):
    """German, as it is typed in chats: with and without umlauts (``ue``), and with ``biste`` and ``haste``."""

    code = "de"
    common = (
        "ich du wir ihr sie er es mir dir mich dich uns euch ist bin bist sind seid war warst hab habe hast haben "
        "hatte und oder aber nicht nix nichts kein keine keinen nein ja doch auch noch schon mal nur sehr mit von vom "
        "zum zur auf fur fuer bei beim nach aus wie wo wer wann warum wieso weil dass wenn dann das die der dem den "
        "ein eine einen einem einer mein meine dein deine deinem deiner deinen kann kannst willst will musst muss "
        "soll mach machst macht gehst geht komm kommst heute morgen jetzt immer wieder hallo hey hi na mama papa "
        "letzte habt welche seh finde schick sag bitte danke was sich biste haste uber ueber gut mehr hier euer eure "
        "naja eben eigentlich vielleicht wirklich gerade grad gleich spater spaeter gestern abend samstag sonntag "
        "freitag montag wochenende schule klasse lehrer hausaufgaben mathe deutsch eltern mutter vater bruder "
        "schwester oma opa freund freundin freunde bild bilder foto zuhause daheim allein alleine schreib schreibst "
        "schreiben reden gesagt gemacht gesehen geschrieben gegangen kommen gehen machen sehen wissen weiss weisst "
        "glaub glaube findest magst lieb liebe liebst wurde wuerde konnte koennte sollte waere durfen darf darfst "
        "kannste willste zwei drei vier funf zehn jahre jahr stunde stunden geld niemand keiner jemand alles etwas "
        "viel wenig schoen suss suess geheimnis treffen treffe holst hol nehmen nimm gib zeig zeigst lass losch "
        "loesch deins meins meinen unser unsere diese dieser dieses jetz nich habs gehts gibts ists ach mann digga "
        "krass geil gerne gern klar genau stimmt naturlich natuerlich sonst wegen ohne gegen zwischen unter vor "
        "hinter neben seit bis ans weshalb deshalb trotzdem obwohl bevor nachdem wahrend waehrend damit damals ichs "
        "nochmal einmal manchmal oft nie immerhin ziemlich echt voll bissl bisschen bescheid egal schade leider hoffe "
        "hoffentlich zahl zahle zahlst angst stimmts wurd wird werden worden ihn ihm ihnen wen wem dessen deren "
        "samstags treff abends morgens mittags"
    )
