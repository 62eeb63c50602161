package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"erba/platform/app"
	"erba/platform/config"
)

// keyFile is where the keys of a database are: as set, or beside the database file.
func keyFile(c config.Config) string {
	switch {
	case c.KeyFile != "":
		return c.KeyFile
	case strings.HasPrefix(c.DB, "postgres"):
		return "erba.keys"
	}
	return strings.TrimSuffix(c.DB, ".db") + ".keys"
}

func keyCommand() *cobra.Command {
	c := &cobra.Command{Use: "key", Short: "The keys that seal private values"}
	c.AddCommand(keyRotate(), keyReseal())
	return c
}

func keyRotate() *cobra.Command {
	c := &cobra.Command{Use: "rotate", Short: "Make a new key and seal everything with it", Args: cobra.NoArgs}
	lost := c.Flags().Bool("after-loss", false, "the old keys are gone for good; what they sealed stays unreadable")
	c.RunE = func(c *cobra.Command, _ []string) error {
		ctx, p, err := open(c)
		if err != nil {
			return err
		}
		defer p.Close()
		id, err := p.Vault.Rotate(ctx, *lost)
		if err != nil {
			return err
		}
		fmt.Fprintln(c.OutOrStdout(), p.Texts.Say(spoken(), "vault.rotated", map[string]any{"key": id}))
		return reseal(ctx, c, p)
	}
	return c
}

func keyReseal() *cobra.Command {
	return &cobra.Command{Use: "reseal", Short: "Go on with sealing everything with the latest key", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, p, err := open(c)
			if err != nil {
				return err
			}
			defer p.Close()
			return reseal(ctx, c, p)
		}}
}

func reseal(ctx context.Context, c *cobra.Command, p *app.Product) error {
	done, err := p.Vault.Reseal(ctx, func(int64, int64) {})
	if err == nil {
		fmt.Fprintln(c.OutOrStdout(), p.Texts.Say(spoken(), "vault.resealed", map[string]any{"done": done.Done, "lost": done.Lost}))
	}
	return err
}
