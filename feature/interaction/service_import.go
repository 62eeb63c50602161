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

const mostRows = 5_000 // of one file

// Imported is what became of a file with contacts: all of it is taken, or nothing.
type Imported struct {
	Taken int          `json:"taken"`
	Same  int          `json:"same"  doc:"That were there already"`
	Wrong sheet.Wrongs `json:"wrong" doc:"The first hundred rows that are wrong; then nothing was taken"`
}

// Import takes a file in the shape of an exported one: all of it or, if a row is
// wrong, nothing. What is there already is left as it is.
func (s *Service) Import(ctx context.Context, body io.Reader, try bool, says sheet.Says) (done Imported, err error) {
	file, err := sheet.Bring(body, "interactions", sheetColumns, min(identity.Brings(ctx), mostRows))
	if err != nil {
		return done, err
	}
	err = s.db.Trial(ctx, func(tx *db.Tx) (bool, error) {
		clock, err := s.clock(tx)
		if err != nil {
			return false, err
		}
		read := reading{s: s, tx: tx, says: says, met: map[[6]string]bool{}, Imported: Imported{Wrong: sheet.Wrongs{}}}
		err = read.all(file, func(row sheet.Row) (line, error) { return lineOf(row.Number, row.Cells, clock.Place()) })
		done = read.Imported
		return !try && len(done.Wrong) == 0, err
	})
	return done, errors.Join(err, file.Close())
}

// reading is a file on its way in.
type reading struct {
	s    *Service
	tx   *db.Tx
	says sheet.Says
	met  map[[6]string]bool
	Imported
}

// all takes in every row of a file.
func (r *reading) all(file *sheet.List, lineOf func(sheet.Row) (line, error)) error {
	for row, err := range file.Rows() {
		if err != nil {
			return err
		}
		l, err := lineOf(row)
		if err == nil {
			err = r.take(l)
		}
		if err := r.Wrong.Note(l.number, l.code, err, r.says); err != nil {
			return err
		}
	}
	return nil
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
