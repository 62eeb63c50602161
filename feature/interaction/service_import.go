package interaction

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/sheet"
)

const (
	mostRows  = 5_000 // of one file
	mostWrong = 100   // rows that are shown
)

// say turns a text key into a sentence.
type say func(key string, args map[string]any) string

// Import takes a file in the shape of an exported one: all of it or, if a row is
// wrong, nothing. What is there already is left as it is.
func (s *Service) Import(ctx context.Context, body io.Reader, try bool, says say) (done Imported, err error) {
	file, away, err := opened(body)
	if err != nil {
		return done, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		clock, err := s.clock(tx)
		if err != nil {
			return err
		}
		read := reading{s: s, tx: tx, says: says, met: map[[6]string]bool{}, Imported: Imported{Wrong: []Wrong{}}}
		err = read.all(file, func(row sheet.Row) (line, error) { return lineOf(row.Number, bare(row.Cells), clock.Place()) })
		if done = read.Imported; err == nil && (try || len(done.Wrong) > 0) {
			err = errNothing
		}
		return err
	})
	if errors.Is(err, errNothing) {
		err = nil
	}
	return done, errors.Join(err, file.Close(), away())
}

// errNothing takes a transaction back that nobody wanted to keep.
var errNothing = errors.New("interaction: nothing taken")

// opened is a sheet that somebody sends, kept in a file while it is read.
func opened(body io.Reader) (file *sheet.File, away func() error, err error) {
	kept, err := os.CreateTemp("", "erba-interactions-*")
	if err != nil {
		return nil, nil, err
	}
	away = func() error { return os.Remove(kept.Name()) }
	_, err = io.Copy(kept, body)
	if err = errors.Join(err, kept.Close()); err == nil {
		file, err = sheet.Open(kept.Name(), sheet.Options{Header: 1, HeaderRows: 1})
	}
	if err == nil && len(file.Header) < sheetColumns {
		err = errors.Join(kernel.Invalid("interaction.not_that_sheet"), file.Close())
	}
	if err != nil {
		return nil, nil, errors.Join(err, away())
	}
	return file, away, nil
}

// bare are cells without the mark that a list gets on its way out where a
// spreadsheet would take a text for a formula.
func bare(cells []string) []string {
	plain := make([]string, len(cells))
	for i, text := range cells {
		plain[i] = text
		if inner, marked := strings.CutPrefix(text, "'"); marked && export.Harmless(inner) == text {
			plain[i] = inner
		}
	}
	return plain
}

// reading is a file on its way in.
type reading struct {
	s    *Service
	tx   *db.Tx
	says say
	met  map[[6]string]bool
	Imported
}

// all takes in every row of a file.
func (r *reading) all(file *sheet.File, lineOf func(sheet.Row) (line, error)) error {
	for n := 0; ; n++ {
		row, err := file.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case n >= mostRows:
			return kernel.Refused("interaction.too_many_rows", "max", mostRows)
		}
		l, err := lineOf(row)
		if err == nil {
			err = r.take(l)
		}
		if fault, ok := errors.AsType[*kernel.Fault](err); ok {
			r.wrong(l, fault)
		} else if err != nil {
			return err
		}
	}
}

func (r *reading) wrong(l line, fault *kernel.Fault) {
	if len(r.Wrong) < mostWrong {
		r.Wrong = append(r.Wrong, Wrong{l.number, l.code, r.says(fault.Key, fault.Args)})
	}
}

// take writes a row down unless it is there already.
func (r *reading) take(l line) (err error) {
	if l.Account, err = coded(r.tx, l.code); err != nil {
		return err
	}
	if l.People, err = r.named(l.theirs, func() ([]Named, error) { return contacts(r.tx, l.Account) }); err != nil {
		return err
	}
	if l.Users, err = r.named(l.ours, func() ([]Named, error) { return signers(r.tx, l.ours) }); err != nil {
		return err
	}
	l.tidy()
	if same, err := alike(r.tx, l.Interaction); err != nil || same || r.met[l.key()] {
		r.Same++
		return err
	}
	r.met[l.key()] = true
	if _, err := r.s.Log(r.tx, l.Interaction); err != nil {
		return err
	}
	r.Taken++
	return nil
}

// named are those of some who are called so, each of them once.
func (r *reading) named(names []string, among func() ([]Named, error)) (found []kernel.ID, err error) {
	if len(names) == 0 {
		return nil, nil
	}
	all, err := among()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		at := slices.IndexFunc(all, func(n Named) bool { return n.Name == name })
		if at < 0 {
			return nil, kernel.Invalid("interaction.nobody", "name", name)
		}
		if slices.ContainsFunc(all[at+1:], func(n Named) bool { return n.Name == name }) {
			return nil, kernel.Invalid("interaction.two_of_a_name", "name", name)
		}
		found = append(found, all[at].ID)
	}
	return found, nil
}
