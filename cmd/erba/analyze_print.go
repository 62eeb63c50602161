package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"erba/kernel"
	"erba/platform/export"
)

// findings are what a model found, ready for each format: a document with fixed
// keys, the figures that sum it up, and a row for each customer or month.
type findings struct {
	document any
	facts    []fact
	header   []string
	rows     [][]string
}

type fact struct{ name, value string }

// shown is how many rows a table has; the other formats have all.
const shown = 20

var formats = map[string]func(findings, io.Writer) error{"table": findings.table, "json": findings.json, "csv": findings.csv}

func knownFormat(c *cobra.Command) error {
	format, err := c.Flags().GetString("format")
	if err == nil && formats[format] == nil {
		return kernel.Invalid("analyze.bad_format", "format", format)
	}
	return err
}

func (f findings) print(c *cobra.Command) error {
	format, err := c.Flags().GetString("format")
	if err != nil {
		return err
	}
	return formats[format](f, c.OutOrStdout())
}

func (f findings) json(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(f.document)
}

func (f findings) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(f.header); err != nil {
		return err
	}
	for _, row := range f.rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = inert(cell)
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// inert is a cell that a spreadsheet takes for a text or a number, never for a
// formula: the customers' names come from a file that anybody may have written.
func inert(cell string) string {
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return export.Harmless(cell)
}

// table prints the names that JSON and CSV have, so that it needs no language.
func (f findings) table(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, fact := range f.facts {
		fmt.Fprintf(out, "%s\t%s\n", fact.name, fact.value)
	}
	fmt.Fprintf(out, "\n%s\n", strings.Join(f.header, "\t"))
	for _, row := range f.rows[:min(shown, len(f.rows))] {
		fmt.Fprintln(out, strings.Join(row, "\t"))
	}
	if more := len(f.rows) - shown; more > 0 {
		fmt.Fprintf(out, "… +%d\n", more)
	}
	return out.Flush()
}

// facts begin every table.
func (c common) facts() []fact {
	facts := []fact{{"customers", strconv.Itoa(c.Customers)}, {"orders", strconv.Itoa(c.Orders)}, {"revenue", c.Revenue},
		{"read", strconv.Itoa(c.Read)}, {"rejected", strconv.Itoa(c.Rejected)}}
	for _, reason := range []string{customerMissing, dateUnreadable, amountUnreadable} {
		if n := c.Reasons[reason]; n > 0 {
			facts = append(facts, fact{"  " + reason, strconv.Itoa(n)})
		}
	}
	return append(facts, fact{"excluded", strconv.Itoa(c.Excluded)}, fact{"later", strconv.Itoa(c.Later)})
}

// money writes minor units as a decimal in major units.
func money(minor int64) string {
	sign, n := "", uint64(minor)
	if minor < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

func decimal(x float64, places int) string { return strconv.FormatFloat(x, 'f', places, 64) }
