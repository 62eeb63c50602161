package plan

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"maps"
	"slices"
	"strconv"

	"erba/analysis/planning"
	"erba/feature/evaluation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// standing is what all steps are judged by.
type standing struct {
	tiers    map[kernel.ID]string
	marks    []Mark
	blocking [planning.Steps + 1][]kernel.ID
	begun    [planning.Steps + 1]bool
	budget   *Allocation
	loose    [planning.Steps + 1]int // what stands against a step and belongs to no account
}

// Progress is how far a plan is, as far as the viewer sees.
func (s *Service) Progress(ctx context.Context, id kernel.ID) (Progress, error) {
	p, st, err := s.stand(ctx, id)
	if err != nil {
		return Progress{}, err
	}
	return s.progress(ctx, p, st), nil
}

func (s *Service) progress(ctx context.Context, p Plan, st *standing) Progress {
	viewer, _ := identity.From(ctx)
	all := Progress{Plan: p, Budget: st.budget, Own: !viewer.SeesAll(), Marks: len(st.marked(0)), Today: s.today()}
	steps := make([]planning.Step, planning.Steps)
	for i := range steps {
		number := i + 1
		steps[i] = planning.Step{Number: number, Later: s.later(number), Begun: st.begun[number], Blocking: len(st.blocking[number]) + st.loose[number], Stale: len(st.marked(number))}
		all.Steps = append(all.Steps, Step{steps[i], steps[i].State(), st.loose[number]})
	}
	all.Complete, all.Share = planning.Status(steps)
	return all
}

// marked are the accounts with a mark in a step, or, 0, in any.
func (st *standing) marked(step int) map[kernel.ID]Mark {
	found := map[kernel.ID]Mark{}
	for _, m := range st.marks {
		if step == 0 || m.Step == int64(step) {
			found[m.Account] = m
		}
	}
	return found
}

// stand looks at everything that steps are judged by.
func (s *Service) stand(ctx context.Context, id kernel.ID) (p Plan, st *standing, err error) {
	st = &standing{}
	var active, acting []kernel.ID
	if active, err = s.active(ctx); err != nil {
		return p, st, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if p, err = find(tx, id); err != nil {
			return err
		}
		if st.marks, err = marks(tx, id); err != nil {
			return err
		}
		if st.tiers, err = s.evaluations.InForceAll(tx, evaluation.Tier); err != nil {
			return err
		}
		acting, err = acted(tx)
		return err
	})
	if err != nil {
		return p, st, err
	}
	st.classes(active)
	st.actions(acting)
	return p, st, errors.Join(s.reached(ctx, st), s.rivalled(ctx, st), s.judged(ctx, st), s.others(ctx, st))
}

// classes is step 1: every active customer has a tier.
func (st *standing) classes(active []kernel.ID) {
	st.begun[stepClasses] = len(active) > 0
	for _, id := range active {
		if st.tiers[id] == "" {
			st.blocking[stepClasses] = append(st.blocking[stepClasses], id)
		}
	}
}

// actions is step 8: every important account has something to do.
func (st *standing) actions(acting []kernel.ID) {
	st.begun[stepActions] = len(st.tiers) > 0
	acts := map[kernel.ID]bool{}
	for _, id := range acting {
		acts[id] = true
	}
	for _, id := range slices.SortedFunc(maps.Keys(st.tiers), kernel.ID.Compare) {
		if slices.Contains(important, st.tiers[id]) && !acts[id] {
			st.blocking[stepActions] = append(st.blocking[stepActions], id)
		}
	}
}

// active are the customers in sight with an order in the usual twelve months.
func (s *Service) active(ctx context.Context) (ids []kernel.ID, err error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	for row := range int32(facts.Len()) {
		if n := facts.Value("orders", row); facts.Sees(row) && n.Known() && n > 0 {
			ids = append(ids, facts.Account(row).ID)
		}
	}
	return ids, nil
}

// Blockers are the accounts that stand against a step, those that lack something
// first.
func (s *Service) Blockers(ctx context.Context, id kernel.ID, number, limit int) (b Blockers, err error) {
	_, st, err := s.stand(ctx, id)
	if err != nil {
		return b, err
	}
	if number < 1 || number > planning.Steps {
		return b, kernel.Missing("db.missing")
	}
	stale := st.marked(number)
	missing := map[kernel.ID]bool{}
	for _, id := range st.blocking[number] {
		missing[id] = true
	}
	ids := slices.Clone(st.blocking[number])
	for id := range stale {
		if !missing[id] {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b kernel.ID) int { return cmp.Or(st.order(a, b, missing), a.Compare(b)) })
	b = Blockers{Number: number, Count: len(ids), Rows: []Blocker{}}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := accounts(tx, ids[:min(len(ids), limit)])
		for _, a := range found {
			m := stale[a.ID]
			b.Rows = append(b.Rows, Blocker{a.ID, a.Code, a.Name, a.Owner, st.tiers[a.ID], missing[a.ID], m.Was, m.Since})
		}
		return err
	})
	slices.SortStableFunc(b.Rows, func(x, y Blocker) int { return st.order(x.Account, y.Account, missing) })
	return b, err
}

// order puts what is missing before what is stale, and the higher tier first.
func (st *standing) order(a, b kernel.ID, missing map[kernel.ID]bool) int {
	rank := func(id kernel.ID) int {
		n := slices.Index([]string{"MAJOR", "NAMED", "NONNAMED", "MASS"}, st.tiers[id])
		if n < 0 {
			n = 4
		}
		if !missing[id] {
			n += 5
		}
		return n
	}
	return cmp.Compare(rank(a), rank(b))
}

// Blocked are the columns of an exported list of blockers, as text keys.
var Blocked = []string{"plan.code", "plan.account", "plan.tier", "plan.owner", "plan.reason"}

// ExportBlockers are all accounts that stand against a step, as rows under Blocked.
func (s *Service) ExportBlockers(ctx context.Context, id kernel.ID, number int, say func(key string) string) (iter.Seq[[]any], error) {
	b, err := s.Blockers(ctx, id, number, everything)
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx)
	return func(yield func([]any) bool) {
		for _, r := range b.Rows {
			why, tier := "plan.is_stale", ""
			if r.Missing {
				why = "plan.lacks_" + strconv.Itoa(number)
			}
			if r.Tier != "" {
				tier = say("plan.tier_" + r.Tier)
			}
			if !yield([]any{r.Code, r.Name, tier, names[r.Owner], say(why)}) {
				return
			}
		}
	}, err
}

// mostEntries is how many important accounts stand in the printable plan.
const mostEntries = 300
