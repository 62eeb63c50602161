// Package sheet decides what the rows of somebody's file are: it finds out the
// format, the encoding, the separator and the header, and leaves out what is
// no data: titles, footers, repeated headers, subtotals. It knows no business
// words beyond "total". Whatever the size of the file, its memory is bounded.
package sheet

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"erba/kernel"
)

// Options say what the file does not; the zero value finds out everything.
type Options struct {
	Name       string   // shown in faults; the path's last part if empty
	Encoding   string   // such as "GB18030"
	Comma      string   // the separator; "tab" for a tab
	Sheet      string   // of a workbook; the first with rows if empty
	Header     int      // row of the header, from 1; 0 finds it
	HeaderRows int      // 1 or 2; 0 finds out
	Fill       []string // columns whose blank cells repeat the cell above
}

// Row is a row with its number in the file as a spreadsheet would show it.
type Row struct {
	Number int
	Cells  []string
}

// File is an open file, read row by row. All cells have the blanks around them
// still; there are at least as many as headings.
type File struct {
	Name      string
	Kind      string // csv, xlsx, html, spreadsheetml
	Encoding  string // empty where the format settles it
	Separator string // of a csv
	Sheet     string // of a workbook
	Header    []string
	HeaderRow int   // the last row of the header
	Skipped   []Row // titles, footers and repeated headers, the first thousand
	Totals    []Row // subtotals and totals, the first thousand
	Blank     int   // rows without anything

	source source
	head   []Row // rows read while the header was looked for
	fill   []int // columns to fill down
	above  []string
	cells  []string
}

// source is a format: it hands out all rows, and reuses their cells.
type source interface {
	next() (Row, error)
	io.Closer
}

const (
	searched   = 30   // rows in which the header must be
	remembered = 1000 // skipped rows and totals kept for show
	// MostColumns and LongestCell bound what a row may hold.
	MostColumns = 1000
	LongestCell = 1 << 20
)

// Open reads a file as far as its header.
func Open(path string, o Options) (*File, error) {
	f := &File{Name: o.Name}
	if f.Name == "" {
		f.Name = filepath.Base(path)
	}
	if err := f.open(path, o); err != nil {
		return nil, f.named(err)
	}
	if err := f.start(o); err != nil {
		return nil, errors.Join(f.named(err), f.source.Close())
	}
	return f, nil
}

// start finds the header and what precedes it.
func (f *File) start(o Options) error {
	if err := f.readHead(max(o.Header+1, searched+2)); err != nil {
		return err
	}
	if len(f.head) == 0 {
		return kernel.Invalid("sheet.empty")
	}
	at, rows, err := findHeader(f.head, o)
	if err != nil {
		return err
	}
	f.Header = headings(f.head[at : at+rows])
	f.HeaderRow = f.head[at+rows-1].Number
	f.Skipped = f.head[:at:at]
	f.head = f.head[at+rows:]
	f.above = make([]string, len(f.Header))
	f.cells = make([]string, 0, len(f.Header)+1)
	if err := f.fillDown(o.Fill); err != nil {
		return err
	}
	return f.wantRows()
}

// readHead keeps copies of the first rows that hold anything.
func (f *File) readHead(n int) error {
	for len(f.head) < n {
		row, err := f.source.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			// rows before the fault are still good, but only if there was a header
			if len(f.head) == 0 {
				return err
			}
			f.source = &broken{f.source, err}
			return nil
		}
		if blank(row.Cells) {
			f.Blank++
			continue
		}
		f.head = append(f.head, Row{row.Number, slices.Clone(row.Cells)})
	}
	return nil
}

// broken hands out a fault in the place where it was met.
type broken struct {
	source
	err error
}

func (b *broken) next() (Row, error) { return Row{}, b.err }

func (f *File) fillDown(columns []string) error {
	for _, name := range columns {
		i := slices.Index(f.Header, name)
		if i < 0 {
			return kernel.Invalid("sheet.no_column", "column", name)
		}
		f.fill = append(f.fill, i)
	}
	return nil
}

// wantRows refuses a file that has a header and nothing else.
func (f *File) wantRows() error {
	if len(f.head) > 0 {
		return nil
	}
	if b, ok := f.source.(*broken); ok {
		return b.err
	}
	return kernel.Invalid("sheet.header_only", "row", f.HeaderRow)
}

// Next is the next row of data, or io.EOF. Its cells are valid until the call after.
func (f *File) Next() (Row, error) {
	for {
		row, err := f.raw()
		if err != nil {
			return Row{}, f.named(err)
		}
		switch kindOf(row.Cells, f.Header) {
		case blankRow:
			f.Blank++
		case totalRow:
			f.Totals = remember(f.Totals, row)
		case otherRow:
			f.Skipped = remember(f.Skipped, row)
		default:
			return f.whole(row), nil
		}
	}
}

func (f *File) raw() (Row, error) {
	if len(f.head) > 0 {
		row := f.head[0]
		f.head = f.head[1:]
		return row, nil
	}
	return f.source.next()
}

// whole is the row as wide as the header, with the blank cells filled down.
func (f *File) whole(row Row) Row {
	f.cells = append(f.cells[:0], row.Cells...)
	for len(f.cells) < len(f.Header) {
		f.cells = append(f.cells, "")
	}
	for _, i := range f.fill {
		if strings.TrimSpace(f.cells[i]) == "" {
			f.cells[i] = f.above[i]
		}
		f.above[i] = f.cells[i]
	}
	return Row{row.Number, f.cells}
}

func remember(rows []Row, row Row) []Row {
	if len(rows) == remembered {
		return rows
	}
	return append(rows, Row{row.Number, slices.Clone(row.Cells)})
}

// named puts the file's name into a fault.
func (f *File) named(err error) error {
	if fault, ok := errors.AsType[*kernel.Fault](err); ok {
		fault.Args["file"] = f.Name
	}
	return err
}

// Close ends reading.
func (f *File) Close() error { return f.source.Close() }
