package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"erba/feature/credit"
	"erba/kernel"
	"erba/platform/identity"
)

// creditCommand asks whether orders pass.
func creditCommand() *cobra.Command {
	c := &cobra.Command{Use: "credit", Short: "Ask whether orders pass"}
	check := &cobra.Command{Use: "check [FILE]", Short: "Check one order against what its customer may owe, or all orders of a file", Args: cobra.MaximumNArgs(1), RunE: checkCredit}
	f := check.Flags()
	f.String("account", "", "code of the customer")
	f.String("number", "", "of the order; the same number is the same order")
	f.String("amount", "", "of the order, tax included, such as 26000.00")
	f.String("currency", "", "of the amount; the base currency if absent")
	f.String("on", "", "day of the order; today if absent")
	f.String("format", "text", "text or json")
	c.AddCommand(check)
	return c
}

func checkCredit(c *cobra.Command, args []string) error {
	format, _ := c.Flags().GetString("format")
	if format != "text" && format != "json" {
		return kernel.Invalid("importing.bad_setting", "setting", "--format")
	}
	ctx, p, err := open(c)
	if err != nil {
		return err
	}
	defer p.Close()
	asked := clerk{identity.Under(ctx, "credit:request"), credit.New(p.Kit), func(key string, args map[string]any) string { return p.Texts.Say(spoken(), key, args) }}
	answer := asked.one
	if len(args) == 1 {
		answer = func(*cobra.Command) (credit.Checked, error) { return asked.file(args[0]) }
	}
	checked, err := answer(c)
	if err != nil {
		return err
	}
	if err := tellOrders(c.OutOrStdout(), checked, format, asked.say); err != nil {
		return err
	}
	return stopping(checked)
}

// stopping is an error unless all orders pass, so that a script that ships goes no further.
func stopping(checked credit.Checked) error {
	if checked.Blocked+checked.Wrong == 0 {
		return nil
	}
	return kernel.Refused("credit.not_all_pass", "passed", checked.Passed, "blocked", checked.Blocked, "wrong", checked.Wrong)
}

// clerk asks the service of credit for whoever has the command line.
type clerk struct {
	ctx context.Context
	*credit.Service
	say func(key string, args map[string]any) string
}

func (a clerk) file(path string) (credit.Checked, error) {
	file, err := os.Open(path)
	if err != nil {
		return credit.Checked{}, err
	}
	defer file.Close()
	return a.CheckFile(a.ctx, file, a.say)
}

// one is the order that the flags say, answered as a file of one.
func (a clerk) one(c *cobra.Command) (done credit.Checked, err error) {
	o, err := orderOf(c)
	if err != nil {
		return done, err
	}
	code, _ := c.Flags().GetString("account")
	if o.Account, err = a.Coded(a.ctx, code); err != nil {
		return done, err
	}
	answer, err := a.Check(a.ctx, o)
	done.Add(answer.Line(1, code))
	return done, err
}

// orderOf is the order that the flags say.
func orderOf(c *cobra.Command) (o credit.Order, err error) {
	text := func(name string) string { s, _ := c.Flags().GetString(name); return s }
	if text("account") == "" || text("number") == "" || text("amount") == "" {
		return o, kernel.Invalid("credit.check_needs")
	}
	amount, err := kernel.ParseDecimal(strings.ReplaceAll(text("amount"), ",", ""))
	if err != nil {
		return o, kernel.Invalid("importing.bad_setting", "setting", "--amount")
	}
	if day := text("on"); day != "" {
		if err := o.On.UnmarshalText([]byte(day)); err != nil {
			return o, kernel.Invalid("importing.bad_setting", "setting", "--on")
		}
	}
	o.Number, o.Original, o.Currency = text("number"), amount.Minor(), text("currency")
	return o, nil
}

// tellOrders writes what becomes of orders: as JSON, or as a table that a spreadsheet
// reads, with the columns that answer the file.
func tellOrders(w io.Writer, checked credit.Checked, format string, say func(string, map[string]any) string) error {
	if format == "json" {
		return json.NewEncoder(w).Encode(checked)
	}
	out := csv.NewWriter(w)
	rows := [][]string{{"account", "number", "verdict", "excess", "reasons"}}
	for _, l := range checked.Rows {
		row := []string{l.Code, l.Number, l.Says, "", l.Why}
		if l.Check != nil {
			row[3], row[4] = fmt.Sprintf("%d.%02d", l.Check.Excess/100, l.Check.Excess%100), l.Check.Said(say)
		}
		rows = append(rows, row)
	}
	return out.WriteAll(rows)
}
