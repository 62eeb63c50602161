package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"erba/feature"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/identity"
)

var errUnwell = errors.New("unwell")

func doctorCommand() *cobra.Command {
	return &cobra.Command{Use: "doctor", Short: "Look whether everything that ought to hold does", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, p, err := open(c)
			if err != nil {
				return err
			}
			defer p.DB.Close()
			say := func(key string, args map[string]any) string { return p.Texts.Say(spoken(), key, args) }
			for _, check := range feature.Product.Doctor(p) {
				found, state := check.Run(identity.Under(ctx, "account:read")), say("doctor.fine", nil)
				if f, ok := errors.AsType[*kernel.Fault](found); ok {
					state = "! " + say(f.Key, f.Args)
				} else if found != nil {
					return found
				}
				if found != nil {
					err = errUnwell
				}
				fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", say(check.Name, nil), state)
			}
			return err
		}}
}

func auditCommand() *cobra.Command {
	c := &cobra.Command{Use: "audit", Short: "The record of every write"}
	c.AddCommand(&cobra.Command{Use: "verify", Short: "Look whether the record was tampered with", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, p, err := open(c)
			if err != nil {
				return err
			}
			defer p.DB.Close()
			n, err := audit.Verify(ctx, p.DB)
			if err == nil {
				fmt.Fprintln(c.OutOrStdout(), p.Texts.Say(spoken(), "audit.holds", map[string]any{"n": n}))
			}
			return err
		}})
	return c
}
