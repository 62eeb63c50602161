package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"erba/feature/winloss"
	"erba/kernel"
	"erba/platform/identity"
)

// opportunityCommand looks at deals.
func opportunityCommand() *cobra.Command {
	c := &cobra.Command{Use: "opportunity", Short: "Look back on deals"}
	stats := &cobra.Command{Use: "stats", Short: "How many deals were won, what they brought and how long they took", Args: cobra.NoArgs, RunE: dealStats}
	stats.Flags().String("format", "text", "text or json")
	c.AddCommand(stats)
	return c
}

func dealStats(c *cobra.Command, _ []string) error {
	format, _ := c.Flags().GetString("format")
	if format != "text" && format != "json" {
		return kernel.Invalid("importing.bad_setting", "setting", "--format")
	}
	ctx, p, err := open(c)
	if err != nil {
		return err
	}
	defer p.Close()
	stats, err := winloss.New(p.Kit).Stats(identity.Under(ctx, "winloss:read"))
	if err != nil {
		return err
	}
	if format == "json" {
		return json.NewEncoder(c.OutOrStdout()).Encode(stats)
	}
	return tellStats(c.OutOrStdout(), stats, func(key string) string { return p.Texts.Say(spoken(), key, nil) })
}

// tellStats writes the figures for people; what nobody knows is a dash.
func tellStats(w io.Writer, s winloss.Stats, say func(string) string) error {
	known := func(n *float64, form string) string {
		if n == nil {
			return "—"
		}
		return fmt.Sprintf(form, *n)
	}
	_, err := fmt.Fprintf(w, "%s\t%d\n%s\t%d\n%s\t%d\n%s\t%s\n%s\t%.2f\n%s\t%s\n", say("winloss.won"), s.Won, say("winloss.lost"), s.Lost,
		say("winloss.pending"), s.Open, say("winloss.rate"), known(s.WinRate, "%.4f"), say("winloss.revenue"), s.Revenue,
		say("winloss.cycle"), known(s.CycleDays, "%.2f"))
	return err
}
