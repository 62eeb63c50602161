package campaign

import (
	"context"
	"slices"
	"strings"

	"erba/analysis/campaign"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// change writes over the version of a deal's sheet that was read, with what else
// belongs to the change.
func (s *Service) change(ctx context.Context, deal kernel.ID, version int64, what string, edit func(*db.Tx, *Sheet) error) (b Board, err error) {
	return b, s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, deal)
		switch {
		case err != nil:
			return err
		case !d.Live():
			return kernel.Refused("campaign.ended")
		}
		old, err := sheetOf(tx, deal)
		switch {
		case err != nil:
			return err
		case old.Version != version:
			return kernel.Stale("db.stale")
		}
		next := old
		next.ByID, next.By = author(ctx)
		if next.On = s.today(); next.Entered.IsZero() {
			next.Entered = d.Opened
		}
		if err := edit(tx, &next); err != nil {
			return err
		}
		if err := keep(tx, old, next); err != nil {
			return err
		}
		if err := audit.Changed(tx, what, "opportunity", deal, old, next); err != nil {
			return err
		}
		b, err = s.board(tx, deal)
		return err
	})
}

// keep writes a sheet, the first one of a deal or over another one.
func keep(tx *db.Tx, old, next Sheet) error {
	if err := next.Check(); err != nil {
		return err
	}
	if old.Version > 0 {
		return replaceSheet(tx, next)
	}
	next.Version = 1
	return addSheet(tx, next)
}

// Asked is what was asked and found out, and what is next with whom.
type Asked struct {
	Situation, Problem, Implication, Payoff, Confirmed, Solution string
	Steps                                                        []Step
}

// Ask says what was found out, and what comes next with those who count.
func (s *Service) Ask(ctx context.Context, deal kernel.ID, version int64, a Asked) (Board, error) {
	return s.change(ctx, deal, version, "campaign.asked", func(tx *db.Tx, next *Sheet) error {
		next.Situation, next.Problem, next.Implication, next.Payoff, next.Confirmed, next.Solution = a.Situation, a.Problem, a.Implication, a.Payoff, a.Confirmed, a.Solution
		for _, text := range next.texts() {
			*text = strings.TrimSpace(*text)
		}
		b, err := s.board(tx, deal)
		if err != nil {
			return err
		}
		steps, err := planned(deal, a.Steps, b.People)
		if err != nil {
			return err
		}
		return replaceSteps(tx, deal, steps)
	})
}

// planned are the steps with people who count; others are none of the deal's.
func planned(deal kernel.ID, said []Step, people []Person) (all []Step, _ error) {
	for _, step := range said {
		step.Deal, step.Topic, step.Step = deal, strings.TrimSpace(step.Topic), strings.TrimSpace(step.Step)
		counts := slices.ContainsFunc(people, func(p Person) bool { return p.Contact == step.Contact })
		twice := slices.ContainsFunc(all, func(other Step) bool { return other.Contact == step.Contact })
		switch {
		case !counts || twice:
			return nil, kernel.Invalid("campaign.stranger").In("steps")
		case len([]rune(step.Topic)) > longestText || len([]rune(step.Step)) > longestText:
			return nil, kernel.Invalid("campaign.too_long", "max", longestText).In("steps")
		case step.Step != "" && step.On.IsZero():
			return nil, kernel.Invalid("campaign.no_day").In("steps")
		}
		if step.Topic != "" || step.Step != "" {
			all = append(all, step)
		}
	}
	return all, nil
}

// Weighed is what the customer buys by, what he gains, and how the seller works.
type Weighed struct {
	Factors                    []Factor
	Competitors                []kernel.ID // in the order of the marks of the factors
	Benefit, Running, Invested *int64
	Attitudes                  string
}

// Weigh says what the customer buys by and how everybody does.
func (s *Service) Weigh(ctx context.Context, deal kernel.ID, version int64, w Weighed) (Board, error) {
	return s.change(ctx, deal, version, "campaign.weighed", func(tx *db.Tx, next *Sheet) error {
		next.Benefit, next.Running, next.Invested, next.Attitudes = w.Benefit, w.Running, w.Invested, w.Attitudes
		known, err := s.Competitors.Named(tx, w.Competitors...)
		if err != nil {
			return err
		}
		if len(known) != len(w.Competitors) {
			return kernel.Invalid("campaign.bad_competitor").In("competitors")
		}
		factors, marks, err := w.rows(deal)
		if err != nil {
			return err
		}
		return replaceFactors(tx, deal, factors, marks)
	})
}

// rows are factors and marks as they are kept; of what nobody has said there are none.
func (w Weighed) rows(deal kernel.ID) (factors []Factor, marks []Mark, _ error) {
	for _, f := range w.Factors {
		twice := slices.ContainsFunc(factors, func(other Factor) bool { return other.Key == f.Key })
		if !slices.Contains(keys, f.Key) || twice || len(f.Theirs) != len(w.Competitors) {
			return nil, nil, kernel.Invalid("campaign.bad_factor").In("factors")
		}
		for _, n := range append([]int{f.Influencer, f.Decider, f.Ours}, f.Theirs...) {
			if n < 0 || n > best {
				return nil, nil, kernel.Invalid("campaign.bad_mark").In("factors")
			}
		}
		if f.Deal = deal; f.Influencer+f.Decider+f.Ours > 0 {
			factors = append(factors, f)
		}
		for i, n := range f.Theirs {
			if n > 0 {
				marks = append(marks, Mark{deal, f.Key, w.Competitors[i], n})
			}
		}
	}
	return factors, marks, nil
}

// Enter begins another phase: the next one when nothing is missing for it, or one
// that was before. The last one begins when the deal is closed.
func (s *Service) Enter(ctx context.Context, deal kernel.ID, version int64, phase string) (Board, error) {
	return s.change(ctx, deal, version, "campaign.entered", func(tx *db.Tx, next *Sheet) error {
		b, err := s.board(tx, deal)
		order := []string{campaign.Thinking, campaign.Acting, campaign.Reviewing}
		at, to := slices.Index(order, b.Sheet.Phase), slices.Index(order, phase)
		switch {
		case err != nil:
			return err
		case to < 0 || to == at:
			return kernel.Invalid("campaign.bad_phase").In("phase")
		case to > at && phase != b.Next:
			return kernel.Refused("campaign.skips")
		case to > at && b.Missing != "":
			return kernel.Refused(b.Missing)
		}
		next.Phase, next.Entered = phase, s.today()
		return nil
	})
}

// Learn adds what was learned of a deal, also when it has ended.
func (s *Service) Learn(ctx context.Context, deal kernel.ID, words string) (Lesson, error) {
	l := Lesson{ID: kernel.NewID(), Deal: deal, Text: strings.TrimSpace(words), On: s.today()}
	l.ByID, l.By = author(ctx)
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := s.Deals.Deal(tx, deal); err != nil {
			return err
		}
		if n := len([]rune(l.Text)); n < shortest || n > longestText {
			return kernel.Invalid("campaign.bad_lesson", "min", shortest, "max", longestText).In("lesson")
		}
		if err := addLesson(tx, l); err != nil {
			return err
		}
		return audit.Changed(tx, "campaign.learned", "opportunity", deal, nil, l)
	})
	return l, err
}
