package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"erba/feature"
	"erba/kernel"
	"erba/platform/model"
)

// methodCommand shows the methods that the program knows. It needs no database:
// what is in force stands on the screens and in every answer.
func methodCommand() *cobra.Command {
	c := &cobra.Command{Use: "method", Short: "Show the methods and their worked examples"}
	c.AddCommand(methodListCommand(), methodExampleCommand())
	return c
}

// methodRow is a method in the list.
type methodRow struct {
	ID           string           `json:"id"`
	Name         string           `json:"name"`
	Question     string           `json:"question"`
	Group        string           `json:"group"`
	Kind         model.Kind       `json:"kind"`
	Confidence   model.Confidence `json:"confidence"`
	Configurable bool             `json:"configurable"`
	Examples     int              `json:"examples"`
}

func methodListCommand() *cobra.Command {
	c := &cobra.Command{Use: "list", Short: "List the methods", Args: cobra.NoArgs}
	c.Flags().String("format", "table", "table or json")
	c.RunE = func(c *cobra.Command, _ []string) error {
		say, err := words()
		if err != nil {
			return err
		}
		rows := []methodRow{}
		for _, m := range feature.Product.Methods() {
			rows = append(rows, methodRow{m.ID, say(m.Text("name")), say(m.Text("question")), say(m.Chapter()),
				m.Kind, m.Confidence, m.Config != nil, len(m.Examples)})
		}
		return printMethods(c, rows, func(w io.Writer) {
			for _, r := range rows {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", r.ID, r.Name, r.Group, r.Kind, r.Question)
			}
		})
	}
	return c
}

// worked is a worked example with what it gives just now.
type worked struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Input  any    `json:"input"`
	Result any    `json:"result"`
	Holds  bool   `json:"holds"` // the result is the one of the specification
}

func methodExampleCommand() *cobra.Command {
	c := &cobra.Command{Use: "example [ID]", Short: "Work out the examples of one method, or of all", Args: cobra.MaximumNArgs(1)}
	c.Flags().String("format", "table", "table or json")
	all := c.Flags().Bool("all", false, "every method")
	c.RunE = func(c *cobra.Command, args []string) error {
		chosen, err := chosenMethods(*all, args)
		if err != nil {
			return err
		}
		rows, err := workedOut(chosen)
		if err != nil {
			return err
		}
		if err := printMethods(c, rows, func(w io.Writer) { writeWorked(w, rows) }); err != nil {
			return err
		}
		for _, r := range rows {
			if !r.Holds {
				return kernel.Refused("method.example_differs", "id", r.ID, "name", r.Name)
			}
		}
		return nil
	}
	return c
}

// chosenMethods are all, or the one that is named.
func chosenMethods(all bool, named []string) (model.Registry, error) {
	methods := feature.Product.Methods()
	switch {
	case all == (len(named) > 0):
		return nil, kernel.Invalid("method.which")
	case all:
		return methods, nil
	}
	one, err := methods.Find(strings.ToUpper(named[0]))
	return model.Registry{one}, err
}

func workedOut(methods model.Registry) ([]worked, error) {
	say, err := words()
	if err != nil {
		return nil, err
	}
	rows := []worked{}
	for _, m := range methods {
		for _, e := range m.Examples {
			result, err := e.Run()
			if err != nil {
				return nil, err
			}
			rows = append(rows, worked{m.ID, say(m.Text("name")) + " · " + say(e.Name), e.Input, result, e.Holds(result)})
		}
	}
	return rows, nil
}

func writeWorked(w io.Writer, rows []worked) {
	for _, r := range rows {
		input, _ := json.Marshal(r.Input) // it has been written before: Holds compares as JSON
		result, _ := json.Marshal(r.Result)
		fmt.Fprintf(w, "%s  %s\n  %s\n  → %s\n", r.ID, r.Name, input, result)
	}
}

// words finds the words of a text key in the language of the terminal.
func words() (func(key string) string, error) {
	texts, err := feature.Product.Texts()
	return func(key string) string { return texts.Say(spoken(), key, nil) }, err
}

// printMethods writes rows in the format that is asked for.
func printMethods(c *cobra.Command, rows any, table func(io.Writer)) error {
	switch format, err := c.Flags().GetString("format"); {
	case err != nil:
		return err
	case format == "json":
		out := json.NewEncoder(c.OutOrStdout())
		out.SetEscapeHTML(false)
		out.SetIndent("", " ")
		return out.Encode(rows)
	case format != "table":
		return kernel.Invalid("method.bad_format", "format", format)
	}
	out := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
	table(out)
	return out.Flush()
}
