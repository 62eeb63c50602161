package today

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/segment"
	"erba/feature/importing"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/identity"
)

// Side is what stands beside the list of the viewer of ctx.
func (s *Service) Side(ctx context.Context) (Side, error) {
	d, err := s.desk(ctx)
	if err != nil {
		return Side{}, err
	}
	side := Side{On: d.On, Currency: d.Currency, Agenda: []Appointment{}, Aims: []Aim{}, Changes: []Change{}, Accounts: []Tier{}}
	for _, fill := range []func(context.Context, *desk, *Side) error{s.fillAsides, s.fillChanges, s.fillBrought, s.fillAccounts} {
		if err := fill(ctx, d, &side); err != nil {
			return Side{}, err
		}
	}
	return side, nil
}

func (s *Service) fillAsides(ctx context.Context, d *desk, side *Side) error {
	for _, a := range s.asides {
		if !d.viewer.May(a.grant) {
			continue
		}
		under, ask := identity.Under(ctx, a.grant), Ask{d.viewer.ID, d.On, looked}
		if a.agenda != nil {
			some, err := a.agenda(under, ask)
			if err != nil {
				return err
			}
			side.Agenda, side.Visits = append(side.Agenda, some...), true
			continue
		}
		if a.news != nil {
			some, err := a.news(under, ask)
			if err != nil {
				return err
			}
			side.Changes = append(side.Changes, d.own(some)...)
			continue
		}
		some, err := a.aims(under, ask)
		if err != nil {
			return err
		}
		side.Aims = append(side.Aims, some...)
	}
	slices.SortStableFunc(side.Agenda, func(a, b Appointment) int { return cmp.Compare(a.At, b.At) })
	return nil
}

// own are the changes of accounts for which the viewer answers.
func (d *desk) own(all []Change) []Change {
	return slices.DeleteFunc(all, func(c Change) bool {
		row := d.row(c.Account)
		return row < 0 || !d.answers(row)
	})
}

// What of the changes is shown.
const (
	changing  = "portfolio:read"
	gone      = 300 // changes that are gone through
	mostShown = 6
)

// telling are the models of which a change says something to everybody.
var telling = map[string]bool{"pyramid": true, "grid": true, "abc": true}

// fillChanges tells what has changed since yesterday, of important accounts first.
func (s *Service) fillChanges(ctx context.Context, d *desk, side *Side) error {
	if d.facts == nil || !d.viewer.May(changing) {
		return nil
	}
	page, err := s.portfolio.Changes(identity.Under(ctx, changing), kernel.ID{}, "", portfolio.Page{Limit: gone})
	if err != nil {
		return err
	}
	seen := map[kernel.ID]bool{}
	for _, c := range side.Changes {
		seen[c.Account] = true
	}
	for _, c := range page.Rows {
		row := d.row(c.Account)
		if !telling[c.Model] || row < 0 || c.On.Compare(d.On.Add(-1)) < 0 || c.Was == "" || seen[c.Account] || !d.answers(row) {
			continue
		}
		seen[c.Account] = true
		side.Changes = append(side.Changes, Change{c.Account, c.Name, c.Model, "today.model_" + c.Model, c.Was, c.Is, c.On})
	}
	slices.SortStableFunc(side.Changes, func(a, b Change) int {
		return cmp.Compare(d.place(a.Account), d.place(b.Account))
	})
	side.Changed = len(side.Changes)
	side.Changes = side.Changes[:min(mostShown, side.Changed)]
	return nil
}

// answers reports whether the account of a row is the viewer's, or one of his people's.
func (d *desk) answers(row int32) bool {
	owner := d.facts.Account(row).Owner
	return d.mine[owner] || d.led[owner]
}

// tiers are all of them, the most important first; what has none comes last.
var tiers = []string{"MAJOR", "NAMED", "NONNAMED", "MASS", ""}

func (d *desk) place(account kernel.ID) int {
	return slices.Index(tiers, d.tierOf(d.facts.Row(account)))
}

// fillBrought tells which file came last.
func (s *Service) fillBrought(ctx context.Context, d *desk, side *Side) error {
	if !d.viewer.May(bringing) {
		return nil
	}
	all, err := s.imports.List(identity.Under(ctx, bringing), looked/10)
	for _, one := range all {
		if one.State == importing.Published && one.Check != nil {
			side.Brought = &Brought{one.Settings.Kind, one.PublishedAt, one.Check.Rows, "/data/imports/" + one.ID.String()}
			break
		}
	}
	return err
}

// fillAccounts counts how the accounts are that the viewer answers for.
func (s *Service) fillAccounts(ctx context.Context, d *desk, side *Side) error {
	if d.facts == nil || d.tier < 0 {
		return nil
	}
	rows := d.rows
	if side.Count, side.Own = len(rows), len(d.direct) == 0; side.Count == 0 {
		return nil
	}
	states, err := s.states(ctx, d, rows, side)
	counts := map[string]*Tier{}
	for i, row := range rows {
		name := d.tierOf(row)
		if counts[name] == nil {
			counts[name] = &Tier{Tier: name}
		}
		counts[name].add(states[i])
	}
	for _, name := range tiers {
		if counts[name] != nil {
			side.Accounts = append(side.Accounts, *counts[name])
		}
	}
	return err
}

// states says how the accounts of some rows are: as the feature says that rates
// them or, before anybody has rated one, by when they last bought.
func (s *Service) states(ctx context.Context, d *desk, rows []int32, side *Side) ([]string, error) {
	states := make([]string, len(rows))
	if r := s.rating; r != nil && d.viewer.May(r.grant) {
		side.Rated = r.name
		ids := make([]kernel.ID, len(rows))
		for i, row := range rows {
			ids[i] = d.facts.Account(row).ID
		}
		found, err := r.of(identity.Under(ctx, r.grant), ids)
		known := false
		for i, id := range ids {
			states[i] = found[id]
			known = known || states[i] != ""
		}
		if known || err != nil {
			return states, err
		}
	}
	side.Rated = "today.by_stage"
	at := slices.IndexFunc(d.facts.Fields(), func(f segment.Field) bool { return f.Name == "stage" })
	for i, row := range rows {
		if at >= 0 {
			states[i] = byStage[d.facts.Text(at, row)]
		}
	}
	return states, nil
}

// byStage is how an account is that has bought lately, not for a while, not for long.
var byStage = map[string]string{"new": Ok, "stable": Ok, "old": Ok, "dormant": Doubt, "lost": Blocked}
