package main

import (
	"github.com/spf13/cobra"

	"erba/analysis/sales"
	"erba/kernel"
)

// analyzeCommand judges the customers of a file, without any database.
func analyzeCommand() *cobra.Command {
	c := &cobra.Command{Use: "analyze", Short: "Judge the customers of a file, without a database"}
	for _, m := range []struct {
		use, short string
		judge      func(*cobra.Command, *tabulation) (findings, error)
	}{
		{"pareto FILE", "How concentrated sales are: 80/20, HHI, Gini", judgePareto},
		{"abc FILE", "Classes by the share of sales before the row", judgeABC},
		{"rfm FILE", "Recency, frequency and amount, scored 1 to 5", judgeRFM},
		{"clv FILE", "Expected purchases and values: BG/NBD and Gamma-Gamma", judgeCLV},
		{"cohort FILE", "Who came when, and who stayed", judgeCohorts},
	} {
		c.AddCommand(analysis(m.use, m.short, m.judge))
	}
	return c
}

// analysis is one of the commands: read, judge, print.
func analysis(use, short string, judge func(*cobra.Command, *tabulation) (findings, error)) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Args: cobra.ExactArgs(1)}
	columnFlags(c)
	c.Flags().String("as-of", "", "day of judgement, such as 2026-06-30; later rows are left out; default the day after the last row")
	c.Flags().String("format", "table", "table, json or csv")
	c.Flags().String("binning", "rank", "rfm: rank or quantile")
	c.Flags().String("period-end", "", "clv: last day of observation; later rows are left out; default the last row's")
	c.Flags().Int("horizon-weeks", 26, "clv: how far ahead")
	c.Flags().String("why", "", "clv: explain the result of this customer")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := knownFormat(c); err != nil {
			return err
		}
		t, err := tabulate(c, args[0])
		if err != nil {
			return err
		}
		found, err := judge(c, t)
		if err != nil {
			return err
		}
		return found.print(c)
	}
	return c
}

// dayFlag is the day of a flag, or none.
func dayFlag(c *cobra.Command, name string) (d kernel.Date, err error) {
	text, err := c.Flags().GetString(name)
	if err == nil {
		err = d.UnmarshalText([]byte(text))
	}
	return d, err
}

// common are the keys that every answer in JSON begins with.
type common struct {
	Customers int            `json:"customers"`
	Orders    int            `json:"orders"`
	Revenue   string         `json:"revenue"`
	Read      int            `json:"read"`
	Rejected  int            `json:"rejected"`
	Reasons   map[string]int `json:"reasons"`
	Excluded  int            `json:"excluded"`
	Later     int            `json:"later"`
}

func (t *tabulation) common() common {
	rejected := 0
	for _, n := range t.reasons {
		rejected += n
	}
	return common{len(t.book.Customers), t.book.Counted, money(t.book.Revenue.Minor()),
		t.seen, rejected, t.reasons, t.excluded, t.later}
}

// tabulation is what a file says, and what of it was not used.
type tabulation struct {
	book     *sales.Book
	asOf     kernel.Date
	seen     int            // rows of data
	reasons  map[string]int // rejected rows by reason
	excluded int            // rows left out by --exclude and --positive-only
	later    int            // rows after the day of judgement or of the end
}
