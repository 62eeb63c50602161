package interaction

import (
	"context"
	"errors"
	"io"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
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
	file, err := sheet.Bring(body, "interactions", sheetColumns, min(identity.Brings(ctx), mostRows))
	if err != nil {
		return done, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		clock, err := s.clock(tx)
		if err != nil {
			return err
		}
		read := reading{s: s, tx: tx, says: says, met: map[[6]string]bool{}, Imported: Imported{Wrong: []Wrong{}}}
		err = read.all(file, func(row sheet.Row) (line, error) { return lineOf(row.Number, row.Cells, clock.Place()) })
		if done = read.Imported; err == nil && (try || len(done.Wrong) > 0) {
			err = errNothing
		}
		return err
	})
	if errors.Is(err, errNothing) {
		err = nil
	}
	return done, errors.Join(err, file.Close())
}

// errNothing takes a transaction back that nobody wanted to keep.
var errNothing = errors.New("interaction: nothing taken")

// reading is a file on its way in.
type reading struct {
	s    *Service
	tx   *db.Tx
	says say
	met  map[[6]string]bool
	Imported
}

// all takes in every row of a file.
func (r *reading) all(file *sheet.List, lineOf func(sheet.Row) (line, error)) error {
	for {
		row, err := file.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
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

// take writes a row down unless it is there already, whoever was there then.
func (r *reading) take(l line) (err error) {
	if l.Account, err = coded(r.tx, l.code); err != nil {
		return err
	}
	l.tidy()
	if same, err := alike(r.tx, l.Interaction); err != nil || same || r.met[l.key()] {
		r.Same++
		return err
	}
	r.met[l.key()] = true
	if l.People, err = r.named(l.theirs, func() ([]Named, error) { return contacts(r.tx, l.Account) }); err != nil {
		return err
	}
	if l.Users, err = r.named(l.ours, func() ([]Named, error) { return signers(r.tx, l.ours) }); err != nil {
		return err
	}
	if err := ours(r.tx, l.Users); err != nil {
		return err
	}
	if _, err := r.s.Log(r.tx, l.Interaction); err != nil {
		return err
	}
	r.Taken++
	return nil
}

// ours refuses what none of those has done in whose name the viewer writes: others
// may have been with them.
func ours(tx *db.Tx, users []kernel.ID) error {
	for _, id := range users {
		if answers, err := identity.Answers(tx, id); err != nil || answers {
			return err
		}
	}
	if len(users) == 0 {
		return nil // it will be the viewer himself
	}
	return kernel.Denied("interaction.of_others")
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
