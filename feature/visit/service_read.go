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
