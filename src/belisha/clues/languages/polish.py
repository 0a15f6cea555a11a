"""The phrases of Polish."""

from belisha.clues.languages import Language


class Polish(Language):
    """Polish, as it is typed in chats: with and without the Polish letters, and with ``cb``, ``nwm`` and ``wgl``."""

    code = "pl"
    common = (
        "ja ty on ona my wy oni mi mnie cie ci tobie ciebie sie jest jestem jestes sa byl byla bylo mam masz ma mamy "
        "i a ale nie nic tak no ze zeby z do na w we od po dla przy przez za u o co kto jak gdzie kiedy czemu "
        "dlaczego czy moge mozesz chce chcesz musze wiem wiesz mow powiedz daj wyslij dzis dzisiaj jutro teraz zawsze "
        "nigdy juz jeszcze tez tylko bardzo to ta ten te tego tej twoj twoja twoje moj moja moje czesc hej siema "
        "dzieki dobra fajnie nikt nikomu wszystko wszyscy sam sama bo jesli tu tam lat mial moim gdy moi twoi zdjecie "
        "mama tata babcia zaraz przed mieszkasz robisz idziesz ile piszesz napisz swoj swoja mojej twojej mna tym "
        "toba rodzice pokaz domu bede nas was ich jego jej szkoly szkole wiec chyba moze naprawde serio troche "
        "pozniej wczoraj wieczorem sobota sobote niedziela niedziele piatek poniedzialek szkola klasa klasie lekcje "
        "matma matmy matme zadanie domowe rodzicow mame taty tate siostra dziadek kolega kolezanka kolezanke "
        "przyjaciel przyjaciolka telefon zdjecia fotke domem pisac pisze pisz gadac gadamy mowic mowie mowi "
        "powiedzial powiedziala zrobic zrobie zrob zrobil zrobila widziec widze widzisz widzimy wiedziec wie wiedza "
        "mysle myslisz lubie lubisz kocham chca mogl mogla moglbys powinnas powinienem byly bylam bylem jestesmy dwa "
        "trzy cztery piec dziesiec lata latek godzina godziny minut zl zlotych kasa kase pieniadze sekret tajemnica "
        "przyjdz przyjde przyjechac przyjade isc idz idzie wez wezme dac zostaw usun twojego swoje mojego moich nasz "
        "nasza wasz tamten tamta tych ktora ktory ktore dlatego zanim potem podczas miedzy obok odkad dopoki ilu jaki "
        "jaka jakie kogo komu czego gdzies cos ktos nigdzie czasem czesto prawie calkiem fajny fajna spoko siemka elo "
        "dzien dobry dobranoc prosze przepraszam sorki nwm wgl cb narazie jako bez albo lub oraz niz tutaj stad znowu "
        "razem wszystkim wszystkich rano noc nocy jutra najpierw pozwola pozwoli boje"
    )
