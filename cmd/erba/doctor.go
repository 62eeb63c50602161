package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"erba/feature"
	"erba/kernel"
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
			defer p.Close()
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
