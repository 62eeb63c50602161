package main

import (
	"context"
	"fmt"
	"strconv"

	"erba/feature/portfolio"
)

func portfolioRFM(ctx context.Context, s *portfolio.Service, a portfolio.Ask) (findings, error) {
	p, err := s.Pareto(ctx, a, portfolio.Filter{})
	if err != nil {
		return findings{}, err
	}
	r, members, err := s.Scores(ctx, a)
	if err != nil {
		return findings{}, err
	}
	document := struct {
		framed
		Scores     map[string]int `json:"scores"`
		Thresholds scoreSteps     `json:"thresholds"`
		Rows       []scored       `json:"rows"`
	}{frame(p), r.Scores, scoreSteps{Recency: r.Steps.Recency, Orders: r.Steps.Orders}, []scored{}}
	for i, step := range r.Steps.Amount {
		document.Thresholds.Amount[i] = money(step)
	}
	var rows [][]string
	for _, m := range members {
		one := scored{m.Code, m.LastOrder.String(), int(r.AsOf.Days(m.LastOrder)), m.Orders, money(m.Amount),
			digit(m.RFM, 0), digit(m.RFM, 1), digit(m.RFM, 2)}
		document.Rows = append(document.Rows, one)
		rows = append(rows, []string{m.Code, strconv.Itoa(one.Recency), fmt.Sprint(m.Orders), money(m.Amount), m.RFM})
	}
	facts := document.facts()
	for _, segment := range r.Segments {
		facts = append(facts, fact{segment.Key, strconv.Itoa(segment.Count)})
	}
	return findings{document, facts, []string{"customer", "recency_days", "orders", "amount", "rfm"}, rows}, nil
}

// scoreSteps are from which value on a score is 2, 3, 4 and 5.
type scoreSteps struct {
	Recency [4]int64  `json:"recency"`
	Orders  [4]int64  `json:"orders"`
	Amount  [4]string `json:"amount"`
}

type scored struct {
	Customer  string `json:"customer"`
	LastOrder string `json:"last_order"`
	Recency   int    `json:"recency_days"`
	Orders    int32  `json:"orders"`
	Amount    string `json:"amount"`
	R         int    `json:"r"`
	F         int    `json:"f"`
	M         int    `json:"m"`
}

func digit(score string, at int) int { return int(score[at] - '0') }

// counted is how many accounts there are of a kind, and what they bring.
type counted struct {
	Count  int     `json:"count"`
	Amount string  `json:"amount"`
	Share  float64 `json:"share"`
}

func count(t portfolio.Tally) counted { return counted{t.Count, money(t.Amount), t.Share} }

// tray is the accounts that a model does not judge, and why.
type tray struct {
	counted
	Reason string `json:"reason"`
}

func waiting(t portfolio.Tally) tray { return tray{count(t), "potential_missing"} }

func portfolioGrid(ctx context.Context, s *portfolio.Service, a portfolio.Ask) (findings, error) {
	p, err := s.Pareto(ctx, a, portfolio.Filter{})
	if err != nil {
		return findings{}, err
	}
	g, err := s.Grid(ctx, a, portfolio.Filter{})
	if err != nil {
		return findings{}, err
	}
	type cell struct {
		X      int    `json:"x"`
		Y      int    `json:"y"`
		Class  string `json:"class"`
		Status string `json:"status"`
		counted
	}
	document := struct {
		framed
		Cells   []cell             `json:"cells"`
		Classes map[string]counted `json:"classes"`
		Tray    tray               `json:"tray"`
	}{frame(p), []cell{}, map[string]counted{}, waiting(g.Tray)}
	facts := append(document.facts(), fact{"tray 待估潜力", strconv.Itoa(g.Tray.Count)})
	for _, m := range g.Classes {
		document.Classes[m.Class] = count(m.Tally)
		facts = append(facts, fact{"GRID " + m.Class, strconv.Itoa(m.Count)})
	}
	var rows [][]string
	for _, c := range g.Cells {
		document.Cells = append(document.Cells, cell{c.X, c.Y, c.Class, c.Status, count(c.Tally)})
		if c.Count > 0 {
			rows = append(rows, []string{strconv.Itoa(c.X), strconv.Itoa(c.Y), c.Class, c.Status, strconv.Itoa(c.Count), money(c.Amount)})
		}
	}
	return findings{document, facts, []string{"x", "y", "class", "status", "count", "amount"}, rows}, nil
}

func portfolioPyramid(ctx context.Context, s *portfolio.Service, a portfolio.Ask) (findings, error) {
	p, err := s.Pareto(ctx, a, portfolio.Filter{})
	if err != nil {
		return findings{}, err
	}
	pyramid, err := s.Pyramid(ctx, a, portfolio.Filter{})
	if err != nil {
		return findings{}, err
	}
	document := struct {
		framed
		Tiers       map[string]counted `json:"tiers"`
		Tray        tray               `json:"tray"`
		Provisional map[string]counted `json:"provisional"`
		Shaped      bool               `json:"shaped"`
	}{frame(p), map[string]counted{}, waiting(pyramid.Tray), map[string]counted{}, pyramid.Shaped}
	var rows [][]string
	for _, t := range pyramid.Tiers {
		document.Tiers[t.Tier] = count(t.Tally)
		rows = append(rows, []string{t.Tier, strconv.Itoa(t.Count), money(t.Amount), decimal(t.Share, 6)})
	}
	for _, m := range pyramid.Provisional {
		document.Provisional[m.Class] = count(m.Tally)
		rows = append(rows, []string{m.Class + "°", strconv.Itoa(m.Count), money(m.Amount), decimal(m.Share, 6)})
	}
	facts := append(document.facts(), fact{"tray 待估潜力", strconv.Itoa(pyramid.Tray.Count)})
	return findings{document, facts, []string{"tier", "count", "amount", "share"}, rows}, nil
}
