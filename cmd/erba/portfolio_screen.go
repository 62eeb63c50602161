package main

import (
	"context"
	"strconv"

	"erba/feature/portfolio"
)

// screened prints what a screen gets, word for word: sums are in minor units.
// Tables and CSV have the counts alone.
func screened[T any](ask func(*portfolio.Service, context.Context, portfolio.Ask, portfolio.Filter) (T, error), lines func(T) []line) judge {
	return func(ctx context.Context, s *portfolio.Service, a portfolio.Ask) (findings, error) {
		answer, err := ask(s, ctx, a, portfolio.Filter{})
		if err != nil {
			return findings{}, err
		}
		var rows [][]string
		for _, l := range lines(answer) {
			rows = append(rows, []string{l.name, strconv.Itoa(l.Count), money(l.Amount), decimal(l.Share, 6)})
		}
		return findings{answer, nil, []string{"what", "count", "amount", "share"}, rows}, nil
	}
}

// line is how many accounts there are of a kind.
type line struct {
	name string
	portfolio.Tally
}

func quadrantLines(q portfolio.Quadrant) []line {
	return append(markLines(q.Types), line{"tray 待估潜力", q.Tray})
}

func markLines(marks []portfolio.Mark) (all []line) {
	for _, m := range marks {
		all = append(all, line{m.Class, m.Tally})
	}
	return all
}

func gradeLines(grades []portfolio.Graded) (all []line) {
	for _, g := range grades {
		all = append(all, line{"PYR " + g.Class, g.Tally})
	}
	return all
}

func worthLines(s portfolio.Scorecard) []line {
	return append(gradeLines(s.Classes), line{"incomplete 资料不足", s.Incomplete}, line{"near 升级候选", s.Near})
}

func singleLines(s portfolio.Single) []line {
	return append(gradeLines(s.Classes), line{"unknown", s.Unknown})
}

func matrixLines(m portfolio.Matrix) (all []line) {
	for _, q := range m.Quadrants {
		all = append(all, line{q.Quadrant, q.Tally})
	}
	return append(all, line{"unrated", m.Unrated}, line{"exit", m.Exit})
}

func agreementLines(a portfolio.Agreement) []line {
	all := []line{{"propose", a.Propose}, {"review", a.Review}, {"missed", a.Missed}}
	for _, h := range a.Health {
		all = append(all, line{h.Field, h.Tally})
	}
	return all
}

func contributionLines(c portfolio.Contribution) (all []line) {
	for _, g := range c.Grades {
		all = append(all, line{"VAL " + g.Grade, portfolio.Tally{Count: g.Count, Amount: g.Amount}})
	}
	return append(all, line{"unknown", portfolio.Tally{Count: c.Unknown}}, line{"losses", portfolio.Tally{Count: c.Losses}})
}

func effortLines(e portfolio.Efforts) (all []line) {
	for _, q := range e.Quadrants {
		all = append(all, line{q.Quadrant, q.Tally})
	}
	return append(all, line{"unrecorded", e.Blank})
}

func mistakeLines(m portfolio.Mistakes) (all []line) {
	for _, f := range m.Findings {
		all = append(all, line{f.Detector + " " + f.State, portfolio.Tally{Count: f.Count}})
	}
	return all
}
