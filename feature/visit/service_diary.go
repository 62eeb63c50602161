package visit

import (
	"context"
	"slices"

	smart "erba/analysis/objective"
	rules "erba/analysis/visit"
	"erba/feature/evaluation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Span is a question for the visits between two days.
type Span struct {
	From, Until kernel.Date
	User        kernel.ID // whose; zero: the viewer's own
	Line        bool      // of all who report to the viewer
	Account     kernel.ID // of one account, whoever went
}

const mostShown = 500 // visits of a diary

// Diary is the visits between two days. Whose diary somebody reads who is not of
// his line, he does not: where a colleague was is his own business.
func (s *Service) Diary(ctx context.Context, q Span) (d Diary, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		d, err = s.diary(tx, q)
		return err
	})
	if err != nil || !q.Line {
		return d, err
	}
	d.Team, err = s.team(ctx, d)
	return d, err
}

func (s *Service) diary(tx *db.Tx, q Span) (d Diary, err error) {
	_, _, today, err := s.cadences(tx)
	if err != nil {
		return d, err
	}
	if q.From.IsZero() {
		q.From = rules.Monday(today)
	}
	if q.Until.IsZero() {
		q.Until = q.From.Add(6)
	}
	if q.Until.Compare(q.From) < 0 || q.Until.Days(q.From) > 366 {
		return d, kernel.Invalid("visit.bad_span").In("until")
	}
	clock := s.now().In(kernel.Zone())
	d = Diary{From: q.From, Until: q.Until, Today: today, Zone: kernel.Zone().String(), Now: clock.Hour()*60 + clock.Minute(), Rows: []Appointment{}, People: []Person{}, Team: []Member{}}
	rows, err := s.whose(tx, q, &d)
	if err != nil {
		return d, err
	}
	if d.More = len(rows) > mostShown; d.More {
		rows = rows[:mostShown]
	}
	if d.Rows, d.People, err = s.appointments(tx, rows, today); err != nil {
		return d, err
	}
	d.count()
	return d, nil
}

// whose are the visits of whom a diary is asked for.
func (s *Service) whose(tx *db.Tx, q Span, d *Diary) ([]listed, error) {
	w := Which{Account: q.Account, From: q.From, Until: q.Until, Most: mostShown + 1}
	switch {
	case !q.Account.IsZero():
		if err := s.Accounts.Require(tx, q.Account); err != nil {
			return nil, err
		}
		return list(tx, w)
	case q.Line:
		led, err := s.line(tx)
		if err != nil {
			return nil, err
		}
		w.Owners = led
		return list(tx, w)
	}
	if d.User = q.User; d.User.IsZero() {
		d.User = user(tx.Context())
	}
	if err := s.open(tx, d.User); err != nil {
		return nil, err
	}
	return diary(tx, d.User, q.From, q.Until, mostShown+1)
}

// open refuses the diary of somebody who is not of the viewer's line; whoever does
// his work while he is away reads it, too.
func (s *Service) open(tx *db.Tx, whose kernel.ID) error {
	viewer, _ := identity.From(tx.Context())
	if whose == viewer.ID || slices.Contains(viewer.StandsInFor(), whose) {
		return nil
	}
	led, err := s.line(tx)
	if err != nil || slices.Contains(led, whose) {
		return err
	}
	return kernel.Denied("visit.others_diary")
}

// line are those whose diaries a viewer reads: his own, and those of who reports to
// him where his role leads people. Who sees every account is no manager by that.
func (s *Service) line(tx *db.Tx) ([]kernel.ID, error) {
	viewer, _ := identity.From(tx.Context())
	if s.users.Opens(viewer.Roles, reading)&identity.Line == 0 {
		return []kernel.ID{viewer.ID}, nil
	}
	return identity.Led(tx, viewer.ID)
}

func (d *Diary) count() {
	for _, r := range d.Rows {
		if r.State == IsCancelled {
			continue
		}
		d.Counts.Planned++
		if !r.Held() {
			continue
		}
		d.Counts.Held++
		if r.State == IsExecuted {
			d.Counts.Waiting++
		}
		if r.Promised > 0 {
			d.Counts.Promised++
		}
	}
}

// appointments are visits as diaries and histories show them, and everybody's names.
func (s *Service) appointments(tx *db.Tx, rows []listed, today kernel.Date) ([]Appointment, []Person, error) {
	visits, accounts := make([]Visit, len(rows)), []kernel.ID{}
	for i, r := range rows {
		visits[i], accounts = r.Visit, append(accounts, r.Account)
	}
	if err := fill(tx, visits); err != nil {
		return nil, nil, err
	}
	tiers, err := s.tiers(tx, accounts)
	if err != nil {
		return nil, nil, err
	}
	cfg, err := s.preparing(tx)
	if err != nil {
		return nil, nil, err
	}
	if err := s.light(tx, visits); err != nil {
		return nil, nil, err
	}
	all := make([]Appointment, len(rows))
	for i, v := range visits {
		a := Appointment{Visit: v, Code: rows[i].Code, Name: rows[i].Name, City: rows[i].City, Tier: tiers[v.Account],
			LateJudge: v.LateToJudge(today), Past: v.Ahead() && v.Day.Compare(today) < 0, Unpromised: v.Unpromised()}
		if v.Ahead() {
			full, err := s.background(tx, v.Account)
			if err != nil {
				return nil, nil, err
			}
			for _, item := range ready(v, cfg.Read(full)) {
				if item.Done {
					a.Done++
				}
			}
		}
		for _, o := range v.Objectives {
			if o.Confirmed {
				a.Confirmed++
			}
		}
		all[i] = a
	}
	names, err := s.names(tx, visits)
	return all, names, err
}

// light says what the lights of the objectives of some visits are, and how far each
// was reached.
func (s *Service) light(tx *db.Tx, visits []Visit) error {
	cfg, err := s.lights(tx)
	if err != nil {
		return err
	}
	end, err := s.planEnd(tx.Context(), kernel.Date{})
	for _, v := range visits {
		frame := smart.Frame{Visit: v.Day, End: end}
		if end.Compare(v.Day) < 0 {
			frame.End = kernel.Date{}
		}
		for i, o := range v.Objectives {
			v.Objectives[i] = o.lit(&cfg, frame)
		}
	}
	return err
}

// names are those of everybody at some visits.
func (s *Service) names(tx *db.Tx, visits []Visit) ([]Person, error) {
	ids, ours := []kernel.ID{}, []kernel.ID{}
	for _, v := range visits {
		ids, ours = append(ids, v.ID), append(ours, v.Users...)
	}
	ours = distinct(ours)
	known, err := s.Accounts.Names(tx, ours)
	if err != nil {
		return nil, err
	}
	all := []Person{}
	for _, id := range ours {
		all = append(all, Person{ID: id, Name: known[id]})
	}
	met, err := people(tx, ids)
	seen := map[kernel.ID]bool{}
	for _, p := range met {
		if !seen[p.Contact] {
			seen[p.Contact] = true
			all = append(all, Person{p.Contact, p.Name, p.Title})
		}
	}
	return all, err
}

// tiers are the tiers in force of some accounts.
func (s *Service) tiers(tx *db.Tx, accounts []kernel.ID) (map[kernel.ID]string, error) {
	found := map[kernel.ID]string{}
	for _, id := range distinct(accounts) {
		class, err := s.Evaluations.InForceOf(tx, id, evaluation.Tier)
		if err != nil {
			return nil, err
		}
		found[id] = class
	}
	return found, nil
}
