package visit

import (
	"cmp"
	"context"
	"errors"
	"io"

	smart "erba/analysis/objective"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/sheet"
)

const mostRows = 5_000 // of one file

// Imported is what became of a file with visits: all of it is taken, or nothing.
type Imported struct {
	Taken int          `json:"taken" doc:"Visits"`
	Same  int          `json:"same"  doc:"That were there already"`
	Wrong sheet.Wrongs `json:"wrong" doc:"The first hundred rows that are wrong; then nothing was taken"`
}

// Import takes a file in the shape of an exported one: all of it or, if a row is
// wrong, nothing. Visits whose number is there already are left as they are.
func (s *Service) Import(ctx context.Context, body io.Reader, try bool, says sheet.Says) (done Imported, err error) {
	done.Wrong = sheet.Wrongs{}
	all, err := done.lines(body, min(identity.Brings(ctx), mostRows), says)
	if err != nil {
		return done, err
	}
	err = s.db.Trial(ctx, func(tx *db.Tx) (bool, error) {
		r, err := s.intake(tx)
		if err != nil {
			return false, err
		}
		for _, l := range all {
			if err := done.Wrong.Note(l.row, l.number, r.take(l), says); err != nil {
				return false, err
			}
		}
		done.Taken, done.Same = r.taken, r.same
		return !try && len(done.Wrong) == 0, nil
	})
	return done, err
}

// lines are the visits of a file, each with the objectives of its rows; rows that make
// no sense by themselves are noted.
func (done *Imported) lines(body io.Reader, most int64, says sheet.Says) (all []line, err error) {
	file, err := sheet.Bring(body, "visits", sheetColumns, most)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	at := map[string]int{}
	for row, err := range file.Rows() {
		if err != nil {
			return nil, err
		}
		l, err := lineOf(row.Number, row.Cells)
		if err != nil {
			if err := done.Wrong.Note(row.Number, l.number, err, says); err != nil {
				return nil, err
			}
			continue
		}
		if i, known := at[l.number]; known && l.number != "" {
			all[i].Objectives, all[i].products = append(all[i].Objectives, l.Objectives...), append(all[i].products, l.products...)
			continue
		}
		at[l.number] = len(all)
		all = append(all, l)
	}
	return all, nil
}

// intake is a file on its way in.
type intake struct {
	s      *Service
	tx     *db.Tx
	today  kernel.Date
	zone   string
	aiming smart.Config
	logins map[string]kernel.ID
	taken  int
	same   int
}

func (s *Service) intake(tx *db.Tx) (*intake, error) {
	_, _, today, err := s.cadences(tx)
	if err != nil {
		return nil, err
	}
	r := &intake{s: s, tx: tx, today: today, zone: kernel.Zone().String(), logins: map[string]kernel.ID{}}
	if r.aiming, err = s.lights(tx); err != nil {
		return nil, err
	}
	users, err := s.users.Users(system(tx.Context()))
	for _, u := range users {
		r.logins[u.Login] = u.ID
	}
	return r, err
}

// take writes a visit down unless it is there already.
func (r *intake) take(l line) error {
	if id, err := kernel.ParseID(l.number); err == nil && !id.IsZero() {
		if there, err := list(r.tx, Which{ID: id, Most: 1}); err != nil || len(there) > 0 {
			r.same += len(there)
			return err
		}
	}
	v, err := r.resolved(l)
	if err != nil {
		return err
	}
	before := v // who has left meanwhile may have been there
	if v.Ahead() {
		before = Visit{}
	}
	if v, err = r.s.fit(r.tx, v, before); err != nil {
		return err
	}
	if err := v.sound(r.today); err != nil {
		return err
	}
	if err := r.aim(&v, l.products); err != nil {
		return err
	}
	r.taken++
	if err := r.s.enter(r.tx, v); err != nil || !v.Held() {
		return err
	}
	return r.s.log(r.tx, v)
}

// resolved is a visit with whom its file means.
func (r *intake) resolved(l line) (v Visit, err error) {
	v = l.Visit
	found, err := r.s.Accounts.Resolve(r.tx, []account.Ref{{Code: l.code}})
	if err != nil {
		return v, err
	}
	if len(found) == 0 || found[0].IsZero() {
		return v, kernel.Invalid("visit.no_account", "code", l.code)
	}
	v.ID, v.Account, v.By, v.Made, v.Version = kernel.NewID(), found[0], user(r.tx.Context()), r.today, 1
	if v.Zone == "" {
		v.Zone = r.zone
	}
	for _, login := range append([]string{l.owner}, l.ours...) {
		if login == "" {
			continue // whose ways the reader of the list may not know
		}
		id, known := r.logins[login]
		if !known {
			return v, kernel.Invalid("visit.nobody_called", "name", login)
		}
		v.Users = append(v.Users, id)
	}
	if v.Owner = v.By; len(v.Users) > 0 {
		v.Owner = v.Users[0]
	}
	if answers, err := identity.Answers(r.tx, v.Owner); err != nil || !answers {
		return v, cmp.Or(err, error(kernel.Denied("visit.of_others")))
	}
	theirs, err := r.s.Contacts.Everybody(r.tx, v.Account)
	if err != nil {
		return v, err
	}
	for _, name := range l.theirs {
		id, err := theirsCalled(theirs, name)
		if err != nil {
			return v, err
		}
		v.People = append(v.People, id)
	}
	if l.voiceOf != "" {
		v.VoiceOf, err = theirsCalled(theirs, l.voiceOf)
	}
	return v, err
}

// theirsCalled is the one contact of a name.
func theirsCalled(all []contact.Contact, name string) (id kernel.ID, err error) {
	for _, c := range all {
		if c.Name != name {
			continue
		}
		if !id.IsZero() {
			return id, kernel.Invalid("visit.two_of_a_name", "name", name)
		}
		id = c.ID
	}
	if id.IsZero() {
		return id, kernel.Invalid("visit.nobody_called", "name", name)
	}
	return id, nil
}

// aim gives a visit the objectives of its rows.
func (r *intake) aim(v *Visit, products []string) error {
	known, err := r.s.Products.ByCode(r.tx, products)
	if err != nil {
		return err
	}
	frame, err := r.s.frame(r.tx.Context(), *v)
	if err != nil {
		return err
	}
	for i := range v.Objectives {
		o := &v.Objectives[i]
		o.ID, o.Visit, o.Place = kernel.NewID(), v.ID, int64(i)
		if o.Link == ToProduct {
			o.Product = known[products[i]].ID
		}
		if err := r.s.linked(r.tx, v.Account, *o); err != nil {
			return err
		}
		if v.Held() && o.lit(&r.aiming, frame).met() {
			v.Met++
		}
	}
	if !v.Ahead() {
		return nil // what was reached then is not judged by today's lights
	}
	return check(&r.aiming, frame, v.Objectives)
}
