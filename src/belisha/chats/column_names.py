"""Names that tables of messages give to their columns, by role, in many languages; folded as ``role_of`` folds them."""

# ruff: noqa: RUF001 - the letters of other languages are meant
import re
import unicodedata

_NAMES = {
    # What was written.
    "text": """
        text message body content contents msg messagetext messagebody textcontent
        messagecontent chatmessage chattext utterance smsbody comment plaintext textoriginal nachricht nachrichtentext
        inhalt texto mensaje mensagem contenido conteudo conteúdo cuerpo texte contenu testo
        messaggio contenuto bericht tekst inhoud meddelande meddelelse melding besked innehåll
        indhold innhold viesti wiadomość wiadomosc treść tresc zpráva zprava üzenet uzenet
        szöveg mesaj mesajı сообщение текст повідомлення 消息 内容 メッセージ 本文 메시지 내용
    """,
    # Who wrote it, as people see it.
    "sender": """
        sender from author sendername senderidentifier fromname fromuser fromnumber username
        user nickname nick handle speaker screenname writer postedby sentby displayname participant
        absender von verfasser autor remitente remetente de expéditeur expediteur auteur
        mittente da autore afzender avsändare avsändaren från afsender fra lähettäjä nadawca od
        odesílatel feladó gönderen отправитель автор від відправник 发送者 发件人 送信者 보낸사람
    """,
    # Who wrote it, as the app knows it.
    "sender_id": """
        senderid authorid userid fromid senderuserid useridentifier senderjid senderphone
        accountid uid
    """,
    # Who wrote it, or on a phone the other one.
    "name": """
        name
    """,
    # When, or the clock beside a date.
    "time": """
        time timestamp datetime sentat sent createdat created createdatetime messagetime
        sentdatetime sentdatetimeutc sendtime senttime senttimestamp timestamptime posted
        postedat when utc dateutc timestamputc timeutc localtime unixtime unixtimestamp epoch
        datumuhrzeit zeitstempel zeitpunkt gesendet uhrzeit zeit fechahora hora dataora datahora
        ora horodatage heure envoyé tijd tijdstip tid tidpunkt tidspunkt klockslag aika czas čas
        idő zaman saat время час 时间 日時 시간 klokkeslett godzina
    """,
    # When, or the day beside a clock.
    "date": """
        date day messagedate sentdate datesent createddate posteddate timestampdate datum fecha
        fechadeenvio data dia jour giorno dag dato päivä dzień datawysłania kelt tarih дата 日期
        日付 날짜
    """,
    # Where.
    "conversation": """
        conversation conversationid conversationname conversationtitle chat chatid chatname
        chatsession chattitle thread threadid threadname channel channelid channelname room
        roomid roomname group groupname groupid dialog dialogid unterhaltung gespräch
        chatverlauf gruppe kanal raum conversación conversacion chatroom grupo sala canal
        discussion groupe conversazione gruppo stanza gesprek groep konversation samtal samtale
        grupp keskustelu ryhmä rozmowa czat беседа чат
    """,
    # To whom.
    "recipient": """
        to recipient recipients receiver receivers recipientname toname touser tonumber
        addressee an empfänger empfaenger para destinatario destinatário destinataire à
        destinatari ontvanger aan mottagare till modtager til mottaker vastaanottaja odbiorca do
        příjemce címzett alıcı получатель кому одержувач 收件人 受信者
    """,
    # The other end, whoever wrote.
    "other": """
        address phone phonenumber number contact contactname contactnumber telephone mobile
        nummer telefonnummer telefon rufnummer kontakt número numero teléfono telefono numéro
        téléphone contacto contatto contato номер телефон контакт namenumber
    """,
    # In or out.
    "way": """
        direction type folder inout incomingoutgoing messagetype richtung typ art tipo dirección
        direccion sens richting riktning тип sentreceived
    """,
    # Which message.
    "id": """
        id messageid msgid guid uuid messageguid rowid itemid instantmessage nachrichtenid
    """,
    # What was sent along.
    "files": """
        attachment attachments attachmentname attachmentnames media mediafile files file
        filename anhang anhänge datei adjunto adjuntos anexo anexos piècejointe piècesjointes
        allegato allegati bijlage bijlagen bilaga vedlegg
    """,
    # What it answers.
    "reply": """
        replyto replytoid inreplyto replyingto quotedmessageid
    """,
    # With what.
    "app": """
        app application service source platform network
    """,
    # Whether it was taken back.
    "deleted": """
        deleted deleteddate isdeleted deletedstate deletedat gelöscht eliminado supprimé
    """,
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}


def role_of(header: str) -> str | None:
    """The role of a column, one of the keys above, or None.

    Case, spaces, punctuation, a zone and a number behind the name ("Attachment #1") do not matter.
    """
    folded = unicodedata.normalize("NFC", header.casefold()).removesuffix("(utc)")
    return _ROLES.get(re.sub(r"[\W_]+|\d+$", "", folded))
