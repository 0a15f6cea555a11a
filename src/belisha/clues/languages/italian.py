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
        "mamma papa nonna anni ecco sai fatto detto te foto ultima dillo dello sto stai se i so fare metti belle "
        "lasci mette pronta dai ieri bella nostra nostro chiedi mandi ne cose nulla tutta tutte qualcuno qualcosa "
        "spesso forse davvero veramente abbastanza presto mattina sabato domenica venerdi lunedi scuola classe "
        "compiti matematica genitori madre padre fratello sorella nonno amico amica amici amiche telefono cellulare "
        "parlare parlo parli visto vedere vedo vedi vediamo sapere sa credo penso pensi piace piaci amo adoro vuole "
        "puo devo deve vorrei potrei dovrei sarebbe eri avevo avevi aveva siete tre quattro cinque dieci minuti soldi "
        "segreto viene vengo venire andare vado andiamo prendi prendo lascia mostra cancella tue mie vostro questi "
        "quelli quindi pero dopo durante sotto davanti dietro dalla delle degli allo agli anke ahahah scusa prego "
        "bello brava certo magari boh mah ormai comunque invece insieme stasera subito aspetta anch anchio meno tanto "
        "poco ogni stesso stessa sta stiamo"
    )
