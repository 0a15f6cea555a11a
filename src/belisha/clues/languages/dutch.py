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
        "laatste zit groep samen zullen we graag daarmee klaar oke bedankt les hallo zei zegt gaat te in voelt "
        "vanavond kost schatje jij"
    )
