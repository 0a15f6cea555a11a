"""The phrases of Polish."""

from belisha.clues.languages import Language


class Polish(Language):
    """Polish, as it is typed in chats: with and without the Polish letters, and with ``cb``, ``nwm`` and ``wgl``."""

    code = "pl"
    common = (
        "ja ty on ona my wy oni mi mnie cie ci tobie ciebie sie jest jestem jestes sa byl byla bylo mam masz ma mamy "
        "i a ale nie nic tak no ze zeby z ze do na w we od po dla przy przez za u o co kto jak gdzie kiedy czemu "
        "dlaczego czy moge mozesz chce chcesz musze wiem wiesz mow powiedz daj wyslij dzis dzisiaj jutro teraz zawsze "
        "nigdy juz jeszcze tez tylko bardzo to ta ten te tego tej twoj twoja twoje moj moja moje czesc hej siema "
        "dzieki dobra fajnie nikt nikomu wszystko wszyscy sam sama bo jesli tu tam lat byl byla bylo mial moim gdy "
        "moi twoi zdjecie mama tata babcia zaraz przed mieszkasz robisz idziesz ile piszesz napisz swoj swoja mojej "
        "twojej mna tym toba rodzice pokaz domu bede nas was ich jego jej tak szkoly szkole"
    )
