"""The phrases of Dutch."""

from belisha.clues.languages import Language


class Dutch(Language):
    """Dutch of the Netherlands and of Flanders, as it is typed in chats: ``je``, ``ff``, ``06``."""

    code = "nl"
    common = (
        "ik jij je jou jouw jouwe hij zij ze wij jullie u mij mijn me zijn haar hem ben bent is was waren heb hebt "
        "heeft had hebben en of maar niet niks geen nee ja ook nog al alleen van voor met naar bij uit op aan om als "
        "dan dat dit deze die de het een eentje wat wie waar wanneer waarom hoe welke kan kun kunt wil wilt moet mag "
        "ga gaat doe doet kom komt zeg stuur vandaag morgen nu altijd weer hallo hoi hey heey goed meer daar hier ff "
        "even dus toch heel zo echt gewoon wel moeten willen kunnen zullen zal tegen niemand mama papa onze ons "
        "laatste zit groep samen we graag daarmee klaar oke bedankt les zei zegt te in voelt vanavond kost schatje "
        "nou hoor misschien straks gisteren zaterdag zondag vrijdag maandag klas huiswerk wiskunde ouders moeder "
        "vader broer zus zusje opa vriend vriendin vrienden telefoon foto fotos thuis praten praat zeggen gezegd "
        "gedaan gezien komen gaan doen zien weten weet denk denkt vind vindt vindje leuk lief mooi hou houd zou "
        "zouden kon konden mogen twee drie vier vijf tien jaar uur minuten geld iemand alles iets veel weinig geheim "
        "afspreken ontmoeten neem nemen geef laat laten wis hun haarzelf omdat daarom terwijl voordat nadat tussen "
        "onder boven achter naast sinds tijdens nooit soms vaak bijna erg echte jammer helaas hopelijk natuurlijk "
        "tuurlijk precies klopt sowieso effe gwn idd wss egt nie ni ge gij zijt nogal eigenlijk alsjeblieft aub "
        "dankje mee allemaal hoeveel"
    )
