package sheet

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"erba/kernel"
)

// open finds out the format by the content, for names lie.
func (f *File) open(path string, o Options) error {
	file, err := os.Open(path)
	if err != nil {
		return unopened(err)
	}
	in, err := unpack(file)
	if err == nil {
		err = f.choose(path, file, in, o)
	}
	if err != nil {
		return errors.Join(err, file.Close())
	}
	return nil
}

func unopened(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return kernel.Missing("sheet.no_file")
	}
	return kernel.Refused("sheet.unreadable")
}

func (f *File) choose(path string, file *os.File, in *bufio.Reader, o Options) error {
	sample, err := in.Peek(sampled)
	switch {
	case len(sample) == 0 && (err == nil || err == io.EOF):
		return kernel.Invalid("sheet.empty")
	case len(sample) == 0:
		return damaged(err)
	case bytes.HasPrefix(sample, []byte("PK\x03\x04")):
		return f.openWorkbook(path, file, o)
	case bytes.HasPrefix(sample, []byte("\xD0\xCF\x11\xE0")):
		return kernel.Invalid("sheet.old_xls")
	}
	text, name, err := decode(in, o.Encoding)
	if err != nil {
		return err
	}
	f.Encoding = name
	return f.chooseText(bufio.NewReaderSize(text, sampled), file, o)
}

// chooseText tells marked-up tables from separated values.
func (f *File) chooseText(in *bufio.Reader, file io.Closer, o Options) error {
	raw, err := in.Peek(sampled / 2)
	if err != nil && err != io.EOF && len(raw) == 0 {
		return damaged(err)
	}
	sample := strings.ToLower(string(raw))
	marked := strings.HasPrefix(strings.TrimSpace(sample), "<")
	switch {
	case marked && strings.Contains(sample, "schemas-microsoft-com:office:spreadsheet") && strings.Contains(sample, "<?xml"):
		f.Kind, f.source = "spreadsheetml", newSpreadsheetML(in, file, o.Sheet)
	case marked && (strings.Contains(sample, "<table") || strings.Contains(sample, "<html")):
		f.Kind, f.source = "html", newPage(in, file)
	default:
		return f.openDelimited(in, string(raw), file, o)
	}
	return nil
}

func (f *File) openDelimited(in *bufio.Reader, sample string, file io.Closer, o Options) error {
	comma := findComma(sample)
	told, said := strings.CutPrefix(sample, "sep=") // what Excel writes above some files
	switch {
	case o.Comma == "tab":
		comma = '\t'
	case len(o.Comma) == 1:
		comma = o.Comma[0]
	case o.Comma != "":
		return kernel.Invalid("sheet.bad_separator", "separator", o.Comma)
	case said && told != "":
		comma = told[0]
	}
	d := newDelimited(in, file, comma)
	if said {
		_, _, _ = in.ReadLine()
		d.number++
	}
	f.Kind, f.Separator, f.source = "csv", string(comma), d
	return nil
}

// mostUnpacked bounds what a small packed file may grow to.
const mostUnpacked = 8 << 30

// unpack reads through gzip if the file is packed.
func unpack(file *os.File) (*bufio.Reader, error) {
	in := bufio.NewReaderSize(file, sampled)
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte("\x1F\x8B")) {
		return in, nil
	}
	packed, err := gzip.NewReader(in)
	if err != nil {
		return nil, damaged(err)
	}
	return bufio.NewReaderSize(&bounded{packed, mostUnpacked}, sampled), nil
}

// bounded refuses to read more than it may, and names damage.
type bounded struct {
	in   io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (n int, err error) {
	n, err = b.in.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, kernel.Invalid("sheet.too_big")
	}
	if err != nil && err != io.EOF {
		err = damaged(err)
	}
	return n, err
}

// damaged says that a container cannot be read to its end.
func damaged(err error) error {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f
	}
	return kernel.Invalid("sheet.damaged")
}
