package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/identity"
)

// portfolioCommand judges the accounts of the database, with the keys that
// analyze has for a file.
func portfolioCommand() *cobra.Command {
	c := &cobra.Command{Use: "portfolio", Short: "Judge the accounts of the database"}
	for _, m := range []struct {
		use, short string
		judge      judge
	}{
		{"pareto", "How concentrated the company is: 80/20, HHI, Gini", portfolioPareto},
		{"abc", "Classes by the share of the measure before the account", portfolioABC},
		{"rfm", "Recency, frequency and amount, scored 1 to 5", portfolioRFM},
		{"grid", "Purchases now and possible, 0 to 4 each", portfolioGrid},
		{"pyramid", "Tiers: MAJOR, NAMED, NONNAMED, MASS", portfolioPyramid},
		{"register", "Key accounts, and the rules that make them so", portfolioRegister},
		{"quadrant", "What accounts bring and what they could bring", screened((*portfolio.Service).Quadrant, quadrantLines)},
		{"worth", "The value scorecard: A to D, and who is close to the next", screened((*portfolio.Service).Scorecard, worthLines)},
		{"single", "One indicator: A to D", screened((*portfolio.Service).Single, singleLines)},
		{"matrix", "Attractive, and are we strong there", screened((*portfolio.Service).Matrix, matrixLines)},
		{"agreement", "Whom the three methods agree to make a key account", screened((*portfolio.Service).Agreement, agreementLines)},
		{"contribution", "What accounts contribute, once what is put into them is off: VAL.A to VAL.C", screened((*portfolio.Service).Contribution, contributionLines)},
		{"effort", "What is put into accounts against what comes out", screened((*portfolio.Service).Efforts, effortLines)},
		{"mistakes", "The five mistakes, as detectors", screened((*portfolio.Service).Mistakes, mistakeLines)},
	} {
		c.AddCommand(portfolioModel(m.use, m.short, m.judge))
	}
	c.AddCommand(movementsCommand(), proposalsCommand(), evaluateCommand(), backTestCommand(), segmentsCommand())
	return c
}

// judge asks the portfolio and says what is printed.
type judge func(context.Context, *portfolio.Service, portfolio.Ask) (findings, error)

func portfolioModel(use, short string, judge judge) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Args: cobra.NoArgs}
	f := c.Flags()
	f.String("as-of", "", "day of judgement, such as 2026-06-30; default the last day of the ledger, at most today")
	f.String("from", "", "first day of the window")
	f.Int("months", 0, "months of the window; 12 if neither this nor --from nor --all is given")
	f.Bool("all", false, "everything up to the day of judgement")
	f.String("measure", "sales", "sales or gross")
	f.String("returns", "net", "net, or ignore: only lines with positive quantity and price")
	f.String("format", "table", "table, json or csv")
	c.MarkFlagsMutuallyExclusive("from", "months", "all")
	c.RunE = func(c *cobra.Command, _ []string) error {
		ask, err := askOf(c)
		if err != nil {
			return err
		}
		ctx, p, err := open(c)
		if err != nil {
			return err
		}
		defer p.Close()
		found, err := judge(identity.Under(ctx, "portfolio:read"), portfolio.New(p.Kit), ask)
		if err != nil {
			return err
		}
		return found.print(c)
	}
	return c
}

func askOf(c *cobra.Command) (a portfolio.Ask, err error) {
	if err := knownFormat(c); err != nil {
		return a, err
	}
	if a.AsOf, err = dayFlag(c, "as-of"); err != nil {
		return a, err
	}
	if a.From, err = dayFlag(c, "from"); err != nil {
		return a, err
	}
	a.Months, _ = c.Flags().GetInt("months")
	a.All, _ = c.Flags().GetBool("all")
	measure, _ := c.Flags().GetString("measure")
	returns, _ := c.Flags().GetString("returns")
	a.Measure, a.Returns = portfolio.Measure(measure), portfolio.Returns(returns)
	if measure == "profit" { // as people say it
		a.Measure = portfolio.Gross
	}
	return a, a.Check()
}

// framed are the keys that every answer begins with; customers are those with
// a line in the window.
type framed struct {
	Customers int               `json:"customers"`
	Orders    int64             `json:"orders"`
	Revenue   string            `json:"revenue"`
	AsOf      kernel.Date       `json:"as_of"`
	From      kernel.Date       `json:"from"`
	Measure   portfolio.Measure `json:"measure"`
	Returns   portfolio.Returns `json:"returns"`
	Currency  string            `json:"currency"`
	Config    int64             `json:"config"`
	Revision  int64             `json:"revision"`
	Warnings  []string          `json:"warnings"`
}

func frame(p portfolio.Pareto) framed {
	return framed{p.Customers + p.Excluded, p.Orders, money(p.Revenue), p.AsOf, p.From, p.Measure, p.Returns,
		p.Currency, p.Config, p.Revision, p.Warnings}
}

func (f framed) facts() []fact {
	return []fact{{"customers", strconv.Itoa(f.Customers)}, {"orders", strconv.FormatInt(f.Orders, 10)}, {"revenue", f.Revenue},
		{"as_of", f.AsOf.String()}, {"from", f.From.String()}}
}

// concentrated are the keys of pareto and abc.
type concentrated struct {
	framed
	Total       string  `json:"total"`
	NotPositive int     `json:"not_positive"`
	N20         int     `json:"n20"`
	Top20Share  float64 `json:"top20_share"`
	K80         int     `json:"k80"`
	K80Share    float64 `json:"k80_share"`
	Top1Share   float64 `json:"top1_share"`
	HHI         float64 `json:"hhi"`
	Gini        float64 `json:"gini"`
	Dependent   bool    `json:"dependent"`
}

func concentratedBy(p portfolio.Pareto) (concentrated, []fact) {
	c := concentrated{frame(p), money(p.Total), p.Excluded, p.N20, p.Top20Share, p.K80, p.K80Share, p.Top1Share, p.HHI, p.Gini, p.Dependent}
	return c, append(c.facts(), fact{"total", c.Total}, fact{"not_positive", strconv.Itoa(c.NotPositive)},
		fact{"top20_share", decimal(c.Top20Share, 6)}, fact{"k80", strconv.Itoa(c.K80)}, fact{"top1_share", decimal(c.Top1Share, 6)},
		fact{"hhi", decimal(c.HHI, 6)}, fact{"gini", decimal(c.Gini, 6)})
}

func portfolioPareto(ctx context.Context, s *portfolio.Service, a portfolio.Ask) (findings, error) {
	p, err := s.Pareto(ctx, a, portfolio.Filter{})
	if err != nil {
		return findings{}, err
	}
	document, facts := concentratedBy(p)
	rows, err := rankedAccounts(ctx, s, a)
	return findings{document, facts, accountHeader, rows}, err
}

func portfolioABC(ctx context.Context, s *portfolio.Service, a portfolio.Ask) (findings, error) {
	p, err := s.Pareto(ctx, a, portfolio.Filter{})
	if err != nil {
		return findings{}, err
	}
	base, facts := concentratedBy(p)
	document := struct {
		concentrated
		Classes       map[string]int    `json:"classes"`
		ClassesAmount map[string]string `json:"classes_amount"`
		Apart         []apartRow        `json:"apart"`
	}{base, map[string]int{}, map[string]string{}, []apartRow{}}
	for _, b := range p.Bands {
		document.Classes[b.Class], document.ClassesAmount[b.Class] = b.Count, money(b.Amount)
		facts = append(facts, fact{"ABC " + b.Class, strconv.Itoa(b.Count) + "  " + money(b.Amount)})
	}
	apart, err := s.Behind(ctx, a, "abc", "apart")
	for _, m := range apart {
		document.Apart = append(document.Apart, apartRow{m.Code, money(m.Amount)})
	}
	if err != nil {
		return findings{}, err
	}
	rows, err := rankedAccounts(ctx, s, a)
	return findings{document, facts, accountHeader, rows}, err
}

// apartRow is a customer at or below zero.
type apartRow struct {
	Customer string `json:"customer"`
	Amount   string `json:"amount"`
}

var accountHeader = []string{"customer", "name", "amount", "rank", "share", "abc"}

func rankedAccounts(ctx context.Context, s *portfolio.Service, a portfolio.Ask) (rows [][]string, err error) {
	for _, class := range []string{"A", "B", "C"} {
		members, err := s.Behind(ctx, a, "abc", class)
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			rows = append(rows, []string{m.Code, m.Name, money(m.Amount), strconv.Itoa(m.Rank), shareOf(m), m.ABC})
		}
	}
	return rows, nil
}

func shareOf(m portfolio.Member) string {
	if m.Share == nil {
		return ""
	}
	return decimal(*m.Share, 8)
}

func portfolioRegister(ctx context.Context, s *portfolio.Service, a portfolio.Ask) (findings, error) {
	a.Measure = portfolio.Sales
	p, err := s.Pareto(ctx, a, portfolio.Filter{})
	if err != nil {
		return findings{}, err
	}
	register, err := s.Register(ctx, a, portfolio.Filter{}, "", portfolio.Page{Limit: portfolio.Everything})
	if err != nil {
		return findings{}, err
	}
	document := struct {
		framed
		Count int            `json:"count"`
		Rules map[string]int `json:"rules"`
		Rows  []registered   `json:"rows"`
	}{frame(p), register.Count, map[string]int{}, []registered{}}
	facts := append(document.facts(), fact{"count", strconv.Itoa(register.Count)})
	for _, r := range register.Rules {
		document.Rules[r.Rule] = r.Count
		facts = append(facts, fact{"  " + r.Rule, strconv.Itoa(r.Count)})
	}
	var rows [][]string
	for _, m := range register.Rows {
		document.Rows = append(document.Rows, registered{m.Code, m.Name, money(m.Amount), m.Rank, m.Share, m.ABC, m.Rules, m.Since, m.Lapse})
		rows = append(rows, []string{m.Code, m.Name, money(m.Amount), strconv.Itoa(m.Rank), shareOf(m.Member), strings.Join(m.Rules, " ")})
	}
	return findings{document, facts, []string{"customer", "name", "amount", "rank", "share", "rules"}, rows}, nil
}

// registered is a key account and the rules that make it one.
type registered struct {
	Customer string      `json:"customer"`
	Name     string      `json:"name"`
	Amount   string      `json:"amount"`
	Rank     int         `json:"rank"`
	Share    *float64    `json:"share"`
	ABC      string      `json:"abc"`
	Rules    []string    `json:"rules"`
	Since    kernel.Date `json:"since"`
	Lapse    bool        `json:"lapse"`
}
