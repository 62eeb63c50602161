package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// backupCommand copies the database while the server runs. The audit row is
// written first, so that the copy tells of itself.
func backupCommand() *cobra.Command {
	return &cobra.Command{Use: "backup FILE", Short: "Copy the database into a new file, while the server runs", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			ctx, p, err := open(c)
			if err != nil {
				return err
			}
			defer p.Close()
			path, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			err = p.DB.Write(ctx, func(tx *db.Tx) error {
				return audit.Guarded(tx, "backup.made", "backup", kernel.ID{}, map[string]string{"file": filepath.Base(path)})
			})
			if err == nil {
				err = audit.Seal(ctx, p.DB)
			}
			if err == nil {
				err = p.DB.Copy(ctx, path)
			}
			if err == nil {
				fmt.Fprintln(c.OutOrStdout(), p.Texts.Say(spoken(), "backup.done", map[string]any{"file": args[0]}))
			}
			return err
		}}
}
