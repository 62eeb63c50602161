package plan

import (
	"context"
	"errors"
	"maps"
	"slices"

	"erba/analysis/null"
	"erba/analysis/planning"
	"erba/kernel"
)

// Goals says which accounts lack the goal that their tier asks for, and of how
// many one is asked.
type Goals interface {
	Unset(ctx context.Context) (accounts []kernel.ID, asked int, err error)
}

// Coverage says which accounts are covered otherwise than their tier asks, and
// what is planned of the budget.
type Coverage interface {
	Violations(ctx context.Context) (accounts []kernel.ID, err error)
	Planned(ctx context.Context) (sum, budget int64, err error)
}

// People says how much of the influence at some accounts we are close to: of an
// account whose people the viewer may not look at, nothing.
type People func(ctx context.Context, accounts []kernel.ID) (map[kernel.ID]null.Number, error)

// Reaches lets step 4 look at the people of accounts.
func (s *Service) Reaches(people People) { s.people = people }

// Rivals says of some accounts whether it is known who competes with us there: of
// an account whose rivals the viewer may not look at, nothing.
type Rivals func(ctx context.Context, accounts []kernel.ID) (map[kernel.ID]bool, error)

// Deals says which accounts have an open deal that nobody has judged at the step
// where it is, how many such deals have no account, and how many are open.
type Deals func(ctx context.Context) (accounts []kernel.ID, loose, open int, err error)

// Competes lets step 5 look at who competes with us.
func (s *Service) Competes(rivals Rivals) { s.rivals = rivals }

// Judges lets step 6 look at open deals.
func (s *Service) Judges(deals Deals) { s.deals = deals }

// later reports whether nobody says anything of a step yet.
func (s *Service) later(number int) bool {
	switch number {
	case stepPeople:
		return s.people == nil
	case stepRivals:
		return s.rivals == nil
	case stepDeals:
		return s.deals == nil
	}
	return false
}

// important are the accounts in force that need a plan of their own.
func (st *standing) important() (ids []kernel.ID) {
	for _, id := range slices.SortedFunc(maps.Keys(st.tiers), kernel.ID.Compare) {
		if slices.Contains(important, st.tiers[id]) {
			ids = append(ids, id)
		}
	}
	return ids
}

// reached is step 4: at every important account we are close to enough of the
// influence; where nobody has judged any, to none.
func (s *Service) reached(ctx context.Context, st *standing) error {
	if s.people == nil {
		return nil
	}
	ids := st.important()
	covered, err := s.people(ctx, ids)
	for _, id := range ids {
		if share, seen := covered[id]; seen {
			st.begun[stepPeople] = true
			if !share.Known() || share < planning.Reached {
				st.blocking[stepPeople] = append(st.blocking[stepPeople], id)
			}
		}
	}
	return err
}

// rivalled is step 5: at every important account it is said who competes with us,
// directly, and who or what stands in the way there.
func (s *Service) rivalled(ctx context.Context, st *standing) error {
	if s.rivals == nil {
		return nil
	}
	ids := st.important()
	known, err := s.rivals(ctx, ids)
	for _, id := range ids {
		if said, seen := known[id]; seen {
			st.begun[stepRivals] = true
			if !said {
				st.blocking[stepRivals] = append(st.blocking[stepRivals], id)
			}
		}
	}
	return err
}

// judged is step 6: every open deal is judged at the step where it is.
func (s *Service) judged(ctx context.Context, st *standing) (err error) {
	if s.deals == nil {
		return nil
	}
	var open int
	st.blocking[stepDeals], st.loose[stepDeals], open, err = s.deals(ctx)
	st.begun[stepDeals] = open > 0
	return err
}

// others are the steps that other features judge. Who may not be told of a budget
// is told of none.
func (s *Service) others(ctx context.Context, st *standing) (err error) {
	var asked int
	if st.blocking[stepGoals], asked, err = s.goals.Unset(ctx); err != nil {
		return err
	}
	st.begun[stepGoals] = asked > 0
	if st.blocking[stepCoverage], err = s.coverage.Violations(ctx); err != nil {
		return err
	}
	st.begun[stepCoverage] = len(st.tiers) > 0
	sum, budget, err := s.coverage.Planned(ctx)
	if f, ok := errors.AsType[*kernel.Fault](err); ok && (f.Kind == kernel.KindDenied || f.Kind == kernel.KindMissing) {
		return nil
	}
	if err != nil || budget == 0 {
		return err
	}
	st.begun[stepResources], st.budget = sum == budget, &Allocation{sum, budget}
	return nil
}
