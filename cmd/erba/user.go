package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"erba/feature/user"
	"erba/platform/app"
	"erba/platform/text"
)

func userCommand() *cobra.Command {
	c := &cobra.Command{Use: "user", Short: "Who can sign in"}
	c.AddCommand(userAdd(), userReset(), userDisarm(), userList())
	return c
}

// users runs a command of the user feature.
func users(f func(context.Context, *app.Product, *user.Service, *cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		ctx, p, err := open(c)
		if err != nil {
			return err
		}
		defer p.Close()
		return f(ctx, p, user.New(p.Kit), c, args)
	}
}

func userAdd() *cobra.Command {
	c := &cobra.Command{Use: "add LOGIN", Short: "Make a user with a one-time password", Args: cobra.ExactArgs(1)}
	name := c.Flags().String("name", "", "his full name")
	roles := c.Flags().StringSlice("role", nil, "what he may see and do; several with commas")
	boss := c.Flags().String("boss", "", "the login of whoever sees all that he sees")
	language := c.Flags().String("language", text.Languages[0], strings.Join(text.Languages, " or "))
	c.RunE = users(func(ctx context.Context, p *app.Product, s *user.Service, c *cobra.Command, args []string) error {
		u := user.User{Login: args[0], Name: *name, Roles: *roles, Language: *language}
		if *boss != "" {
			b, err := s.Named(ctx, *boss)
			if err != nil {
				return err
			}
			u.Boss = b.ID
		}
		_, password, err := s.Hire(ctx, u)
		if err == nil {
			hand(c, p, "user.cli_added", u.Login, password)
		}
		return err
	})
	return c
}

func userReset() *cobra.Command {
	c := &cobra.Command{Use: "reset LOGIN", Short: "Give a user a one-time password and end his sessions", Args: cobra.ExactArgs(1)}
	c.RunE = users(func(ctx context.Context, p *app.Product, s *user.Service, c *cobra.Command, args []string) error {
		u, err := s.Named(ctx, args[0])
		if err != nil {
			return err
		}
		_, password, err := s.Reset(ctx, u.ID)
		if err == nil {
			hand(c, p, "user.cli_reset", u.Login, password)
		}
		return err
	})
	return c
}

// userDisarm is for the administrator whom no other can help.
func userDisarm() *cobra.Command {
	c := &cobra.Command{Use: "disarm LOGIN", Short: "Take away a second factor that was lost, and end its user's sessions", Args: cobra.ExactArgs(1)}
	c.RunE = users(func(ctx context.Context, p *app.Product, s *user.Service, c *cobra.Command, args []string) error {
		u, err := s.Named(ctx, args[0])
		if err != nil {
			return err
		}
		err = s.Disarm(ctx, u.ID)
		if err == nil {
			fmt.Fprintln(c.OutOrStdout(), p.Texts.Say(spoken(), "user.cli_disarmed", map[string]any{"login": u.Login}))
		}
		return err
	})
	return c
}

func hand(c *cobra.Command, p *app.Product, key, login, password string) {
	fmt.Fprintln(c.OutOrStdout(), p.Texts.Say(spoken(), key, map[string]any{"login": login, "password": password}))
}

func userList() *cobra.Command {
	c := &cobra.Command{Use: "list", Short: "All users", Args: cobra.NoArgs}
	format := c.Flags().String("format", "text", "text or json")
	c.RunE = users(func(ctx context.Context, p *app.Product, s *user.Service, c *cobra.Command, _ []string) error {
		all, err := s.List(ctx)
		if err != nil {
			return err
		}
		if *format == "json" {
			return json.NewEncoder(c.OutOrStdout()).Encode(all)
		}
		table := tabwriter.NewWriter(c.OutOrStdout(), 0, 4, 2, ' ', 0)
		for _, u := range all {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", u.Login, u.Name, strings.Join(u.Roles, ","), p.Texts.Say(spoken(), state(u), nil))
		}
		return table.Flush()
	})
	return c
}

// state is the text key of what a user can do.
func state(u user.User) string {
	switch {
	case !u.Active:
		return "user.off"
	case u.OneTime:
		return "user.cli_one_time"
	}
	return "user.active"
}
