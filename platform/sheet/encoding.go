package sheet

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"erba/kernel"
)

const sampled = 1 << 16 // bytes looked at before anything is decided

var (
	utf16le = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	utf16be = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	// GB18030 reads GBK and GB 2312 as well.
	encodings = map[string]encoding.Encoding{
		"UTF-8": unicode.UTF8BOM, "UTF-8 BOM": unicode.UTF8BOM, "UTF-16LE": utf16le, "UTF-16BE": utf16be, "UTF-16": utf16le,
		"GBK": simplifiedchinese.GB18030, "GB18030": simplifiedchinese.GB18030, "GB2312": simplifiedchinese.GB18030,
		"WINDOWS-1252": charmap.Windows1252,
	}
)

// decode returns the text as UTF-8, whatever it is in.
func decode(in *bufio.Reader, wanted string) (r io.Reader, name string, err error) {
	sample, err := in.Peek(sampled)
	if err != nil && err != io.EOF {
		return nil, "", err
	}
	if name = strings.ToUpper(wanted); name == "" {
		if name = detect(sample); name == "" {
			return nil, "", kernel.Invalid("sheet.binary")
		}
	}
	e, ok := encodings[name]
	switch {
	case !ok:
		return nil, "", kernel.Invalid("sheet.no_encoding", "encoding", wanted)
	case name == "UTF-8" && wanted == "":
		return &undecided{in: in}, name, nil
	case name == "UTF-8" || name == "UTF-8 BOM":
		_, _ = in.Discard(len(bom(sample)))
		return in, name, nil
	}
	return e.NewDecoder().Reader(in), name, nil
}

var utf8BOM = []byte("\xEF\xBB\xBF")

func bom(sample []byte) []byte {
	if bytes.HasPrefix(sample, utf8BOM) {
		return utf8BOM
	}
	return nil
}

// detect names the encoding of a text; "" means that it is no text.
func detect(sample []byte) string {
	switch {
	case len(bom(sample)) > 0:
		return "UTF-8 BOM"
	case bytes.HasPrefix(sample, []byte("\xFF\xFE")):
		return "UTF-16LE"
	case bytes.HasPrefix(sample, []byte("\xFE\xFF")):
		return "UTF-16BE"
	case bytes.IndexByte(sample, 0) >= 0:
		return sixteen(sample)
	case junk(sample):
		return ""
	}
	return eight(sample)
}

// sixteen tells the halves of UTF-16 without a mark by where the zeros stand.
func sixteen(sample []byte) string {
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[0] == 0 && zeros[1]*20 > len(sample):
		return "UTF-16LE"
	case zeros[1] == 0 && zeros[0]*20 > len(sample):
		return "UTF-16BE"
	}
	return ""
}

// junk reports whether control characters are more than a slip.
func junk(sample []byte) bool {
	n := 0
	for _, b := range sample {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A {
			n++
		}
	}
	return n*100 > len(sample)
}

// eight tells the encodings of bytes: valid UTF-8 is UTF-8, for chance hardly
// ever makes it; then the Chinese ones, then Western.
func eight(sample []byte) string {
	if validUTF8(sample) {
		return "UTF-8"
	}
	four, ok := validGB(sample)
	switch {
	case !ok:
		return "WINDOWS-1252"
	case four:
		return "GB18030"
	}
	return "GBK"
}

// validUTF8 forgives a character that the end of the sample cuts off.
func validUTF8(b []byte) bool {
	for i := 0; i < utf8.UTFMax && i < len(b); i++ {
		if utf8.Valid(b[:len(b)-i]) {
			return i == 0 || !utf8.FullRune(b[len(b)-i:])
		}
	}
	return len(b) == 0
}

// validGB reports whether the bytes are GB18030, and whether any character takes four.
func validGB(b []byte) (four, ok bool) {
	for i := 0; i < len(b); {
		switch n := gbLen(b[i:]); n {
		case 0:
			return four, len(b)-i < 4 // cut off
		case 4:
			four, i = true, i+4
		default:
			i += n
		}
	}
	return four, true
}

func gbLen(b []byte) int {
	switch {
	case b[0] < 0x80:
		return 1
	case b[0] == 0x80 || b[0] == 0xFF || len(b) < 2:
		return 0
	case b[1] >= 0x40 && b[1] != 0x7F && b[1] != 0xFF:
		return 2
	case len(b) >= 4 && b[1] >= '0' && b[1] <= '9' && b[2] >= 0x81 && b[3] >= '0' && b[3] <= '9':
		return 4
	}
	return 0
}

// undecided passes ASCII through and decides at the first other byte: the
// first Chinese name of a file may be a million rows down.
type undecided struct {
	in      *bufio.Reader
	decided io.Reader
}

func (u *undecided) Read(p []byte) (int, error) {
	if u.decided != nil {
		return u.decided.Read(p)
	}
	sample, err := u.in.Peek(sampled)
	if len(sample) == 0 {
		return 0, err
	}
	if n := ascii(sample); n > 0 {
		return u.in.Read(p[:min(n, len(p))])
	}
	name := eight(sample)
	if u.decided = u.in; name != "UTF-8" {
		u.decided = encodings[name].NewDecoder().Reader(u.in)
	}
	return u.decided.Read(p)
}

// ascii is how many bytes at the beginning are ASCII.
func ascii(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}
