package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"erba/feature"
)

// permissionsCommand prints docs/permissions.md.
func permissionsCommand() *cobra.Command {
	return &cobra.Command{Use: "permissions", Short: "Print who may do what, as a page", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			page, err := feature.Permissions()
			if err == nil {
				_, err = fmt.Fprint(c.OutOrStdout(), page)
			}
			return err
		}}
}
