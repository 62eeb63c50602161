package importing

import (
	"context"
	"errors"
	"io"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"syscall"

	"erba/analysis/clean"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/sheet"
)

const (
	pieceSize = 1 << 20 // of an uploaded file, in one row
	looked    = 200     // rows that are looked at to match columns
	shown     = 5       // samples of a column
	mostLeft  = 50      // titles, footers and totals that are shown
)

// spool writes an upload into a temporary file, so that a slow sender holds no transaction.
func spool(body io.Reader) (path string, bytes int64, err error) {
	file, err := os.CreateTemp("", "erba-import-*")
	if err != nil {
		return "", 0, err
	}
	bytes, err = io.Copy(file, body)
	if err = errors.Join(err, file.Close()); err != nil {
		return "", 0, errors.Join(told(err), os.Remove(file.Name()))
	}
	return file.Name(), bytes, nil
}

// told says in the users' words why an upload could not be kept.
func told(err error) error {
	if big, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return kernel.Invalid("importing.file_too_large", "mb", big.Limit>>20)
	}
	if errors.Is(err, syscall.ENOSPC) {
		return kernel.Refused("db.full")
	}
	return err
}

// keepFile puts a file into the database, piece by piece.
func (s *Service) keepFile(ctx context.Context, id kernel.ID, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	buf := make([]byte, pieceSize)
	for n := int64(0); ; n++ {
		size, err := io.ReadFull(file, buf)
		if size > 0 {
			p := part{id, n, buf[:size]}
			if err := s.db.Write(ctx, func(tx *db.Tx) error { return db.Insert(tx, "import_parts", p) }); err != nil {
				return err
			}
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// fetch puts an uploaded file into a temporary one.
func (s *Service) fetch(ctx context.Context, id kernel.ID) (string, error) {
	read, write := io.Pipe()
	go func() { write.CloseWithError(s.copyParts(ctx, id, write)) }()
	path, bytes, err := spool(read)
	if err == nil && bytes == 0 {
		err = errors.Join(kernel.Missing("importing.file_gone"), os.Remove(path))
	}
	return path, err
}

func (s *Service) copyParts(ctx context.Context, id kernel.ID, into io.Writer) error {
	for n := int64(0); ; n++ {
		var p part
		err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
			p, err = findPart(tx, id, n)
			return err
		})
		if f, ok := errors.AsType[*kernel.Fault](err); ok && f.Kind == kernel.KindMissing {
			return nil
		}
		if err != nil {
			return err
		}
		if _, err := into.Write(p.Data); err != nil {
			return err
		}
	}
}

func (o Settings) options(name string) sheet.Options {
	return sheet.Options{Name: name, Encoding: o.Encoding, Comma: o.Separator, Sheet: o.Sheet,
		Header: o.Header, HeaderRows: o.HeaderRows, Fill: o.Fill}
}

// shape looks at a file and matches its columns, as far as the settings do not say.
func shape(path, name string, o Settings) (Shape, Settings, error) {
	f, err := sheet.Open(path, o.options(name))
	if err != nil {
		return Shape{}, o, err
	}
	defer f.Close()
	samples, err := sample(f)
	if err != nil {
		return Shape{}, o, err
	}
	found, sure := Tables[o.Kind].Match(f.Header, samples)
	if len(o.Matching) == 0 {
		o.Matching = found
	}
	for field, name := range o.Matching {
		sure[name] = sure[name] || found[field] != name // somebody chose it
	}
	o.Matching = fixed(o)
	err = checkMatching(o, f)
	if o.DateOrder == "" {
		o.DateOrder = string(dateOrder(o, f.Header, samples))
	}
	got := Shape{Name: f.Name, Format: f.Kind, Encoding: f.Encoding, Separator: f.Separator, Sheet: f.Sheet, HeaderRow: f.HeaderRow,
		Skipped: left(f.Skipped), Totals: left(f.Totals)}
	got.Columns = columnsOf(f.Header, samples, o.Matching, sure, got.Skipped)
	if info, err := os.Stat(path); err == nil {
		got.Bytes = info.Size()
	}
	return got, o, err
}

// sample copies the first rows.
func sample(f *sheet.File) (rows [][]string, err error) {
	for len(rows) < looked {
		row, err := f.Next()
		if err == io.EOF || err != nil && len(rows) > 0 {
			return rows, nil // a fault further down is the job's
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, append([]string(nil), row.Cells...))
	}
	return rows, nil
}

// fixed puts the certain columns over those that were found out. A certain ""
// leaves the field without a column.
func fixed(o Settings) map[string]string {
	all := map[string]string{}
	for field, name := range o.Matching {
		if _, certain := o.Fixed[field]; !certain && !has(slices.Collect(maps.Values(o.Fixed)), name) {
			all[field] = name
		}
	}
	for field, name := range o.Fixed {
		if name != "" {
			all[field] = name
		}
	}
	return all
}

// checkMatching refuses columns that the file does not have.
func checkMatching(o Settings, f *sheet.File) error {
	for field, name := range o.Matching {
		if _, ok := Tables[o.Kind].field(field); !ok {
			return kernel.Invalid("importing.no_field", "field", field, "kind", o.Kind)
		}
		if !has(f.Header, name) {
			return kernel.Invalid("sheet.no_column", "file", f.Name, "column", name)
		}
	}
	return nil
}

func has(header []string, name string) bool {
	for _, h := range header {
		if h == name {
			return true
		}
	}
	return false
}

// dateOrder looks through the columns that hold dates for one that leaves no doubt.
func dateOrder(o Settings, header []string, samples [][]string) clean.Order {
	for _, f := range Tables[o.Kind].Fields {
		for i, h := range header {
			if f.Form == day && o.Matching[f.Name] == h {
				if order := clean.OrderOf(column(samples, i)); order != clean.None {
					return order
				}
			}
		}
	}
	return clean.None
}

func columnsOf(header []string, samples [][]string, matching map[string]string, sure map[string]bool, titles []Left) []Column {
	fields := map[string]string{}
	for field, name := range matching {
		fields[name] = field
	}
	all := make([]Column, len(header))
	for i, h := range header {
		cells := column(samples, i)
		all[i] = Column{Name: h, Field: fields[h], Sure: sure[h], Gaps: gaps(cells), Unit: unitOf(h, titles), Samples: distinctCells(cells)}
		if scaled := all[i].Field; scaled != "amount" && scaled != "amount_gross" && scaled != "tax" && scaled != "cost" && scaled != "revenue" {
			all[i].Unit = unitIn(h)
		}
	}
	return all
}

// distinctCells are the first values that differ.
func distinctCells(cells []string) []string {
	all := []string{}
	for _, c := range cells {
		if c = clean.Text(c); c != "" && !has(all, c) && len(all) < shown {
			all = append(all, c)
		}
	}
	return all
}

func left(rows []sheet.Row) []Left {
	all := []Left{}
	for _, r := range rows[:min(len(rows), mostLeft)] {
		all = append(all, Left{r.Number, strings.Join(strings.Fields(strings.Join(r.Cells, " ")), " ")})
	}
	return all
}
