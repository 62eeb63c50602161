package visit

import (
	"context"
	"slices"
	"strings"

	"erba/analysis/null"
	smart "erba/analysis/objective"
	rules "erba/analysis/visit"
	"erba/feature/evaluation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Find is a visit with everything around it.
func (s *Service) Find(ctx context.Context, id kernel.ID) (sheet Sheet, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		sheet, err = s.sheet(tx, id)
		return err
	})
	return sheet, err
}

func (s *Service) sheet(tx *db.Tx, id kernel.ID) (sheet Sheet, err error) {
	if sheet.Visit, err = s.full(tx, id); err != nil {
		return sheet, err
	}
	if err := s.lit(tx, &sheet); err != nil {
		return sheet, err
	}
	if err := s.around(tx, &sheet); err != nil {
		return sheet, err
	}
	sheet.Moves, err = movesOf(tx, id)
	return sheet, err
}

// lit says what the lights of the objectives are, how ready one is, and what is late.
func (s *Service) lit(tx *db.Tx, sheet *Sheet) error {
	cfg, err := s.lights(tx)
	if err != nil {
		return err
	}
	_, _, today, err := s.cadences(tx)
	if err != nil {
		return err
	}
	frame, err := s.frame(tx.Context(), sheet.Visit)
	if err != nil {
		return err
	}
	for i, o := range sheet.Objectives {
		sheet.Objectives[i] = o.lit(&cfg, frame)
	}
	sheet.PlanEnd, sheet.Today = frame.End, today
	sheet.Late, sheet.Bare = sheet.LateToJudge(today), sheet.Unpromised()
	sheet.Prepared, err = s.prepared(tx, sheet.Visit)
	return err
}

// around names who goes, whom they meet, and where.
func (s *Service) around(tx *db.Tx, sheet *Sheet) (err error) {
	ids := append(slices.Clone(sheet.Users), sheet.Account)
	names, err := s.Accounts.Names(tx, ids)
	if err != nil {
		return err
	}
	sheet.Ours, sheet.Theirs = []Person{}, []Person{}
	for _, id := range sheet.Users {
		sheet.Ours = append(sheet.Ours, Person{ID: id, Name: names[id]})
	}
	met, err := people(tx, []kernel.ID{sheet.ID})
	for _, p := range met {
		sheet.Theirs = append(sheet.Theirs, Person{p.Contact, p.Name, p.Title})
	}
	if err != nil {
		return err
	}
	at, err := placeOf(tx, sheet.Account)
	sheet.Code, sheet.Name, sheet.City = at.Code, at.Name, at.City
	if err != nil {
		return err
	}
	sheet.Tier, err = s.Evaluations.InForceOf(tx, sheet.Account, evaluation.Tier)
	return err
}

// full is a visit with who goes, whom they meet and what is to be reached.
func (s *Service) full(tx *db.Tx, id kernel.ID) (v Visit, err error) {
	if v, err = find(tx, id); err != nil {
		return v, err
	}
	all := []Visit{v}
	err = fill(tx, all)
	return all[0], err
}

// fill puts into visits who goes, whom they meet and what is to be reached.
func fill(tx *db.Tx, all []Visit) error {
	at, ids := map[kernel.ID]int{}, make([]kernel.ID, len(all))
	for i, v := range all {
		at[v.ID], ids[i] = i, v.ID
		all[i].Users, all[i].People, all[i].Objectives = []kernel.ID{}, []kernel.ID{}, []Objective{}
	}
	going, err := seats(tx, ids)
	if err != nil {
		return err
	}
	for _, g := range going {
		v := &all[at[g.Visit]]
		v.Users = append(v.Users, g.User)
	}
	met, err := meetings(tx, ids)
	if err != nil {
		return err
	}
	for _, m := range met {
		v := &all[at[m.Visit]]
		v.People = append(v.People, m.Contact)
	}
	aims, err := objectives(tx, ids)
	for _, o := range aims {
		v := &all[at[o.Visit]]
		o.Lights, o.Attainment = []smart.Light{}, null.None
		v.Objectives = append(v.Objectives, o)
	}
	return err
}

// prepared is how ready somebody is: what was ticked, and what is worked out.
func (s *Service) prepared(tx *db.Tx, v Visit) (p Prepared, err error) {
	cfg, err := s.preparing(tx)
	if err != nil {
		return p, err
	}
	if p.Background, err = s.background(tx, v.Account); err != nil {
		return p, err
	}
	p.Items = ready(v, cfg.Read(p.Background))
	for _, item := range p.Items {
		if item.Done {
			p.Done++
		}
	}
	p.Readiness = rules.Readiness(p.Done)
	return p, nil
}

// ready are the eight items of a visit.
func ready(v Visit, read bool) (items []Readied) {
	for _, item := range rules.Items {
		done := slices.Contains(strings.Fields(v.Ready), string(item))
		switch item {
		case rules.Background:
			done = read
		case rules.Settled:
			done = settled(v.Objectives)
		}
		items = append(items, Readied{item, done, item.Worked()})
	}
	return items
}

// settled reports whether there are objectives, and all are confirmed.
func settled(all []Objective) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(o Objective) bool { return !o.Confirmed })
}

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
	return d, err
}

func (s *Service) diary(tx *db.Tx, q Span) (d Diary, err error) {
	cfg, _, today, err := s.cadences(tx)
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
	zone, err := rules.ZoneOf(cfg.Zone)
	if err != nil {
		return d, err
	}
	clock := s.now().In(zone)
	d = Diary{From: q.From, Until: q.Until, Today: today, Zone: cfg.Zone, Now: clock.Hour()*60 + clock.Minute(), Rows: []Appointment{}, People: []Person{}}
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

// open refuses the diary of somebody who is not of the viewer's line.
func (s *Service) open(tx *db.Tx, whose kernel.ID) error {
	me := user(tx.Context())
	if whose == me {
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
	visits, accounts, ids := make([]Visit, len(rows)), []kernel.ID{}, []kernel.ID{}
	for i, r := range rows {
		visits[i], accounts, ids = r.Visit, append(accounts, r.Account), append(ids, r.ID)
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
