package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"erba/feature/importing"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// importCommand books files that other systems export.
func importCommand() *cobra.Command {
	c := &cobra.Command{Use: "import", Short: "Book what another system exports: CSV, TSV, XLSX, HTML called .xls, packed or not"}
	for _, kind := range importing.Kinds {
		c.AddCommand(importKind(kind))
	}
	return c
}

func importKind(kind string) *cobra.Command {
	c := &cobra.Command{Use: kind + " FILE", Short: "Book a file of " + kind, Args: cobra.ExactArgs(1)}
	f := c.Flags()
	f.String("profile", "", "settings that were kept under this name")
	f.String("source", "", "the system the file comes from; its lines are told apart from those of others")
	f.StringArray("map", nil, "FIELD=COLUMN: which column fills a field")
	f.StringArray("value", nil, "FIELD:FROM=TO: what a value of the file stands for")
	f.StringArray("fill", nil, "COLUMN whose blank cells repeat the cell above")
	f.String("encoding", "", "such as GB18030; found out if absent")
	f.String("sheet", "", "of a workbook; the first with rows if absent")
	f.Int("header", 0, "row of the header; found if absent")
	f.String("tax", "", "net or gross: whether amounts are without or with tax")
	f.String("no-account", "", "reject or keep: what becomes of rows that name no account")
	f.Bool("create-accounts", false, "open accounts that are not known yet")
	f.Bool("yes", false, "go on where one is asked: a file of complete months lacks lines, however many, or was booked under another source")
	f.Bool("dry-run", false, "count what would be done, and write nothing")
	f.String("format", "text", "text or json")
	c.RunE = func(c *cobra.Command, args []string) error { return importFile(c, kind, args[0]) }
	return c
}

func importFile(c *cobra.Command, kind, path string) error {
	format, _ := c.Flags().GetString("format")
	if format != "text" && format != "json" {
		return kernel.Invalid("importing.bad_setting", "setting", "--format")
	}
	ctx, p, err := open(c)
	if err != nil {
		return err
	}
	defer p.Close()
	ctx, service := identity.Under(ctx, "import:write"), importing.New(p.Kit)
	name, _ := c.Flags().GetString("profile")
	settings, err := service.Settings(ctx, kind, name)
	if err == nil {
		err = settle(c, &settings)
	}
	if err != nil {
		return err
	}
	dry, _ := c.Flags().GetBool("dry-run")
	report, err := service.Load(ctx, path, settings, dry, meter(c.ErrOrStderr()))
	if err != nil {
		return err
	}
	if format == "json" {
		return json.NewEncoder(c.OutOrStdout()).Encode(report)
	}
	return tell(c.OutOrStdout(), p, report)
}

// settle puts the flags over the settings of the profile.
func settle(c *cobra.Command, o *importing.Settings) (err error) {
	f := c.Flags()
	for flag, into := range map[string]*string{"source": &o.Source, "encoding": &o.Encoding, "sheet": &o.Sheet, "tax": &o.Tax, "no-account": &o.NoAccount} {
		if f.Changed(flag) {
			*into, err = f.GetString(flag)
		}
	}
	if f.Changed("header") {
		o.Header, err = f.GetInt("header")
	}
	if f.Changed("create-accounts") {
		o.CreateAccounts, err = f.GetBool("create-accounts")
	}
	o.Sure, _ = f.GetBool("yes")
	if f.Changed("fill") {
		o.Fill, err = f.GetStringArray("fill")
	}
	maps, bad := f.GetStringArray("map")
	values, bad2 := f.GetStringArray("value")
	return errors.Join(err, bad, bad2, mapped(maps, o), stands(values, o))
}

// mapped reads FIELD=COLUMN.
func mapped(maps []string, o *importing.Settings) error {
	for _, m := range maps {
		field, name, ok := strings.Cut(m, "=")
		if !ok {
			return kernel.Invalid("importing.bad_map", "map", m)
		}
		if o.Fixed == nil {
			o.Fixed = map[string]string{}
		}
		o.Fixed[field] = name
	}
	return nil
}

// stands reads FIELD:FROM=TO.
func stands(values []string, o *importing.Settings) error {
	for _, v := range values {
		field, rest, ok := strings.Cut(v, ":")
		from, to, ok2 := strings.Cut(rest, "=")
		if !ok || !ok2 {
			return kernel.Invalid("importing.bad_value", "value", v)
		}
		if o.Values == nil {
			o.Values = map[string]map[string]string{}
		}
		if o.Values[field] == nil {
			o.Values[field] = map[string]string{}
		}
		o.Values[field][from] = to
	}
	return nil
}

// meter tells every other second how far the import is.
func meter(w io.Writer) func(done int64) {
	begun, last := time.Now(), time.Now()
	return func(done int64) {
		if time.Since(last) < 2*time.Second {
			return
		}
		last = time.Now()
		fmt.Fprintf(w, "%d  %.0f/s\n", done, float64(done)/time.Since(begun).Seconds())
	}
}

// tell writes the report for people.
func tell(w io.Writer, p *app.Product, r importing.Report) error {
	say := func(key string, args map[string]any) string { return p.Texts.Say(spoken(), key, args) }
	var b strings.Builder
	for _, line := range []struct {
		key string
		n   int64
	}{{"rows", r.Rows}, {"inserted", r.Inserted}, {"updated", r.Updated}, {"duplicates", r.Duplicates}, {"rejected", r.Rejected}} {
		fmt.Fprintf(&b, "%s\t%d\n", say("importing."+line.key, nil), line.n)
	}
	if r.Same != nil {
		fmt.Fprintln(&b, say("importing.same", map[string]any{"source": r.Same.Source, "on": time.UnixMicro(r.Same.PublishedAt).Format(time.DateOnly)}))
	}
	for _, one := range r.Reasons {
		fmt.Fprintf(&b, "  %d\t%s\n", one.Rows, say(importing.TextOf(one.Reason), nil))
		for _, f := range one.First {
			fmt.Fprintf(&b, "    %s\n", say("importing.at", map[string]any{"row": f.Row, "column": f.Column, "value": f.Value}))
		}
	}
	for _, one := range r.Warnings {
		fmt.Fprintf(&b, "  %d\t%s\t%s\n", one.Rows, say(importing.TextOf(one.Warning), nil), strings.Join(one.First, ", "))
	}
	for _, one := range r.Replaced {
		field := "importing.field_" + one.Field
		fmt.Fprintf(&b, "  %s\n", say("importing.replaced", map[string]any{"field": say(field, nil), "from": one.From, "to": one.To, "n": one.Rows}))
	}
	fields := make([]string, 0, len(r.Mapping))
	for field, column := range r.Mapping {
		fields = append(fields, field+"="+column)
	}
	slices.Sort(fields)
	fmt.Fprintf(&b, "%s\n", strings.Join(fields, "  "))
	_, err := io.WriteString(w, b.String())
	return err
}
