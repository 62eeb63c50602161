package importing

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"erba/analysis/clean"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/sheet"
)

// load is one way through a file, from its rows to the books.
type load struct {
	*Service
	ctx      context.Context
	id       kernel.ID // of the import
	file     *sheet.File
	sheet    *Sheet
	settings Settings
	dry      bool
	forgets  bool  // rejected rows are only counted, for no import is kept
	most     int64 // rows the viewer may import
	progress func(done int64)
	report   Report
	reasons  map[string]*Reason
	warnings map[string]*Warning
	rejected []reject
	sums     []sum
	known    map[Party]kernel.ID // zero: looked for in vain
	fresh    map[Party]bool      // would be opened, were this no dry run
	reasonOf map[Party]string    // why an account cannot be opened
	written  []Written           // rows as they would stand
	columns  []int               // of wanted fields
	fields   int64               // how many are wanted
}

const (
	pieceRows   = 20_000  // rows read ahead and booked at once
	knownMost   = 200_000 // accounts remembered
	firstOnes   = 5       // rows shown for each reason
	firstValues = 10      // values shown for each warning
)

// newLoad opens a file with settings whose matching is complete.
func (s *Service) newLoad(ctx context.Context, path, name string, o Settings, units []int64) (*load, error) {
	if needs := Tables[o.Kind].Lacks(o.Matching); len(needs) > 0 {
		return nil, kernel.Invalid("importing.column_missing", "file", name, "field", needs[0][0])
	}
	f, err := sheet.Open(path, o.options(name))
	if err != nil {
		return nil, err
	}
	l := &load{Service: s, ctx: ctx, file: f, settings: o, progress: func(int64) {}, reasons: map[string]*Reason{}, warnings: map[string]*Warning{}, known: map[Party]kernel.ID{},
		fresh: map[Party]bool{}, reasonOf: map[Party]string{}}
	l.sheet = NewSheet(o, f.Header, units, clean.Order(o.DateOrder))
	l.report.Mapping = o.Matching
	l.sums = l.sheet.sums()
	l.columns, l.fields = l.sheet.places()
	return l, nil
}

// piece is rows on their way from the reader to the booker.
type piece[D any] struct {
	rows  []D
	cells []string // of all rows, one after the other
	ends  []int
	bad   []refused
	read  int64 // rows of the file, good and bad
	sums  []Sum
	full  int64 // cells of wanted fields that say something
	err   error
}

// refused is a row that could not be read.
type refused struct {
	Rejection
	cells []string
}

// cellsOf are the cells of a row as the file has them.
func (p *piece[D]) cellsOf(i int) []string {
	begin := 0
	if i > 0 {
		begin = p.ends[i-1]
	}
	return p.cells[begin:p.ends[i]]
}

// run reads the file in one goroutine and books it in another.
func run[D any](l *load, read func(number int, row []string, into *D) *Rejection, book func(p *piece[D]) error) error {
	full, empty := make(chan *piece[D], 1), make(chan *piece[D], 3)
	for range cap(empty) {
		empty <- &piece[D]{}
	}
	go func() {
		defer close(full)
		for p := range empty {
			fill(l, p, read)
			full <- p
			if p.err != nil {
				return
			}
		}
	}()
	defer func() { // the reader must have ended before the file is closed
		close(empty)
		for range full {
		}
	}()
	for p := range full {
		if err := l.take(p.read, p.bad, p.sums); err != nil {
			return err
		}
		l.report.Filled, l.report.Wanted = l.report.Filled+p.full, l.report.Wanted+l.fields*int64(len(p.rows))
		if err := book(p); err != nil {
			return err
		}
		if err := l.flush(); err != nil {
			return err
		}
		if p.err == io.EOF {
			return l.ctx.Err()
		}
		if p.err != nil {
			return p.err
		}
		empty <- p
	}
	return l.ctx.Err()
}

// fill reads the next rows into a piece.
func fill[D any](l *load, p *piece[D], read func(int, []string, *D) *Rejection) {
	p.rows, p.cells, p.ends, p.bad, p.sums, p.read, p.full, p.err = p.rows[:0], p.cells[:0], p.ends[:0], p.bad[:0], nil, 0, 0, nil
	for len(p.rows)+len(p.bad) < pieceRows {
		totals := len(l.file.Totals)
		row, err := l.file.Next()
		for _, t := range l.file.Totals[totals:] {
			p.sums = append(p.sums, compare(l.sums, t.Number, t.Cells)...)
		}
		if p.err = err; err != nil {
			return
		}
		p.read++
		var one D
		bad := tooWide(row.Cells, len(l.file.Header))
		if bad == nil {
			bad = read(row.Number, row.Cells, &one)
		}
		if bad != nil {
			bad.Row = row.Number
			p.bad = append(p.bad, refused{*bad, slices.Clone(row.Cells)})
			continue
		}
		add(l.sums, row.Cells)
		p.full += l.filled(row.Cells)
		p.rows = append(p.rows, one)
		p.cells = append(p.cells, row.Cells...)
		p.ends = append(p.ends, len(p.cells))
	}
}

// filled counts the cells of a row that the models need and that say something.
func (l *load) filled(row []string) (n int64) {
	for _, c := range l.columns {
		if c < len(row) && row[c] != "" {
			n++
		}
	}
	return n
}

// take counts what a piece brings, before it is booked.
func (l *load) take(read int64, bad []refused, sums []Sum) error {
	if err := l.ctx.Err(); err != nil {
		return err
	}
	if l.report.Rows += read; l.report.Rows > l.most {
		return kernel.Denied("importing.too_many_rows", "max", l.most)
	}
	for _, b := range bad {
		l.refuse(b.Rejection, b.cells)
	}
	l.report.Sums = append(l.report.Sums, sums...)
	return nil
}

// refuse notes that a row cannot be booked.
func (l *load) refuse(r Rejection, cells []string) {
	l.report.Rejected++
	one := l.reasons[r.Reason]
	if one == nil {
		one = &Reason{Reason: r.Reason}
		l.reasons[r.Reason] = one
	}
	if one.Rows++; len(one.First) < firstOnes {
		one.First = append(one.First, r)
	}
	if l.forgets {
		return
	}
	raw, _ := json.Marshal(cells) // a list of texts always can be
	l.rejected = append(l.rejected, reject{l.id, int64(r.Row), cut(r.Column), cut(r.Value), r.Reason, string(raw)})
}

// cut is a cell as the database takes it: not too long, valid, without zeros.
func cut(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "\uFFFD")
	if r := []rune(s); len(r) > 200 {
		return string(r[:200]) + "…"
	}
	return s
}

// warn counts a row that is booked although something about it is unknown.
func (l *load) warn(kind, value string) {
	one := l.warnings[kind]
	if one == nil {
		one = &Warning{Warning: kind, First: []string{}}
		l.warnings[kind] = one
	}
	if one.Rows++; len(one.First) < firstValues && !slices.Contains(one.First, value) {
		one.First = append(one.First, value)
	}
}

// flush writes the rejected rows of a piece, so that memory does not grow with them.
func (l *load) flush() error {
	l.progress(l.report.Rows)
	if len(l.rejected) == 0 {
		return nil
	}
	err := l.db.Write(l.ctx, func(tx *db.Tx) error { return db.Insert(tx, "import_rejects", l.rejected...) })
	l.rejected = l.rejected[:0]
	return err
}

// done completes the report.
func (l *load) done(begun time.Time) Report {
	r := l.report
	r.Dry, r.Seconds = l.dry, float64(time.Since(begun).Milliseconds())/1000
	r.Reasons, r.Warnings = []Reason{}, []Warning{}
	for _, k := range slices.Sorted(maps.Keys(l.reasons)) {
		r.Reasons = append(r.Reasons, *l.reasons[k])
	}
	for _, k := range slices.Sorted(maps.Keys(l.warnings)) {
		r.Warnings = append(r.Warnings, *l.warnings[k])
	}
	r.Replaced = l.sheet.put.list()
	if r.Sums == nil {
		r.Sums = []Sum{}
	}
	return r
}
