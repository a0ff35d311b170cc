"""The control words of RTF that stand for characters, or begin what is no text (specification 1.9.1)."""

WORDS_FOR_SIGNS = {
    b"line": "\n", b"lbr": "\n", b"tab": "\t", b"emdash": "—", b"endash": "–", b"emspace": " ", b"enspace": " ",
    b"qmspace": " ", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
}  # fmt: skip

SIGNS = {b"~": " ", b"-": "", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}

LINE_ENDS = {b"\n", b"\r"}  # after a backslash they end a paragraph

# Words that begin a group without text of the document.
LEFT_OUT = frozenset(
    word.encode()
    for word in (
        "annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background "
        "bkmkend bkmkstart blipuid buptim category colortbl comment company creatim datafield datastore doccomm docvar "
        "falt fchars ffdeftext ffentrymcr ffexitmcr ffformat ffhelptext ffname ffstattext file filetbl fldinst fldtype "
        "fname fontemb fontfile footer footerf footerl footerr formfield ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc "
        "generator gridtbl hl hlfr hlinkbase hlloc hlsrc hsv htmltag info keycode keywords latentstyles lchars "
        "levelnumbers leveltext lfolevel list listlevel listname listoverride listoverridetable listpicture "
        "liststylename listtable mailmerge manager nextfile nonesttables nonshppict objalias objclass objdata objname "
        "objsect objtime oleclsid operator panose password passwordhash pgp pgptbl pict picprop pn pntxta pntxtb "
        "printim private propname protusertbl pxe revtbl revtim rsidtbl rxe shprslt shppict sn sp staticval subject "
        "sv svb tc template themedata title txe userprops wgrffmtfilter windowcaption xe xmlattrname "
        "xmlattrvalue xmlnstbl"
    ).split()
)

# `\*` says: leave out what you do not know. These are known.
SHOWN_THOUGH_STARRED = frozenset(
    {b"shpinst", b"shptxt", b"ud", b"nesttableprops", b"listtext", b"pntext", b"fldrslt", b"do", b"footnote"}
)

CODECS_OF_CHARSETS = {
    2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
CODECS_OF_WORDS = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
