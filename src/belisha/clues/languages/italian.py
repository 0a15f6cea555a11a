"""The phrases of Italian."""

from belisha.clues.languages import Language


class Italian(Language):
    """Italian, as it is typed in chats: ``ke``, ``xke``, ``nn``, ``cmq``, without accents."""

    code = "it"
    common = (
        "io tu lui lei noi voi loro mio mia miei tuo tua tuoi suo sua il lo gli le un uno una di del della dei al "
        "alla nel nella da dal con per su tra e o ma non nn si niente sono sei siamo era ero ho hai ha abbiamo che "
        "chi come cosa quando dove perche xke xche pk ke anche ancora gia sempre mai oggi domani adesso ora qui qua "
        "questo questa quello quella posso puoi voglio vuoi dimmi dammi manda mandami ciao grazie ti mi ci tutto "
        "tutti nessuno molto piu troppo bene fai faccio vai vieni quanto quanti quale solo sola allora poi cmq casa "
        "mamma papa nonna anni niente ecco sai fatto detto te foto ultima dillo della dello vieni sto stai se i so "
        "fare metti belle lasci le mette pronta dai ieri bella nostra nostro chiedi mandi"
    )
