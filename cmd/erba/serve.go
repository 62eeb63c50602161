package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"erba/feature"
	"erba/feature/portfolio"
	"erba/feature/worth"
	"erba/platform/app"
	"erba/platform/audit"
	"erba/platform/config"
	"erba/platform/identity"
	"erba/platform/outbound"
	"erba/platform/web"
)

// workers is how many jobs run at a time.
const workers = 2

func serveCommand() *cobra.Command {
	c := &cobra.Command{Use: "serve", Short: "Serve the product", Args: cobra.NoArgs}
	config.Serving(c.Flags())
	c.RunE = func(c *cobra.Command, _ []string) error {
		settings, err := config.Load(c.Flags())
		if err != nil {
			return err
		}
		d, err := doorOf(settings)
		if err != nil {
			return err
		}
		if err := outbound.Only(settings.Outbound); err != nil {
			return err
		}
		_, p, err := open(c)
		if err != nil {
			return err
		}
		defer p.Close()
		if err := trust(p, settings); err != nil {
			return err
		}
		return through(c.Context(), p, d)
	}
	return c
}

// serve answers this machine alone, with made-up data, until ctx ends.
func serve(ctx context.Context, p *app.Product, addr string) error {
	if !loopback(addr) {
		return errNotHere(addr)
	}
	return through(ctx, p, door{addr: addr, mode: web.Mode{Demo: true, Edge: web.Edge{Home: true}}})
}

// prepare loads what is kept in memory, so that nobody waits for it.
func prepare(ctx context.Context, p *app.Product) {
	ctx = identity.With(ctx, identity.System())
	if err := portfolio.New(p.Kit).Load(ctx); err != nil && ctx.Err() == nil {
		slog.ErrorContext(ctx, "portfolio not loaded", "error", err)
	}
	if err := worth.New(p.Kit).Load(ctx); err != nil && ctx.Err() == nil {
		slog.ErrorContext(ctx, "worth not loaded", "error", err)
	}
}

// through answers requests and works on jobs until ctx ends.
func through(ctx context.Context, p *app.Product, d door) error {
	listener, err := net.Listen("tcp", d.addr)
	if err != nil {
		return err
	}
	listener = d.mode.Limit(listener)
	if d.tls != nil {
		listener = tls.NewListener(listener, d.tls)
	}
	p.Server.Run(d.mode)
	server := p.Server.HTTP()
	if err := greet(ctx, p, d, listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	ctx, stop := context.WithCancel(ctx)
	var background sync.WaitGroup
	background.Go(func() { p.Jobs.Work(ctx, workers) })
	background.Go(func() { audit.Run(ctx, p.DB) })
	go prepare(ctx, p)
	go func() { <-ctx.Done(); shut(server) }()
	err = server.Serve(listener)
	stop()
	background.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// shut lets requests on their way come to their end.
func shut(server *http.Server) {
	grace, done := context.WithTimeout(context.Background(), 10*time.Second)
	defer done()
	if server.Shutdown(grace) != nil {
		_ = server.Close()
	}
}

// greet says where the server is and, while nobody can sign in, how to begin.
func greet(ctx context.Context, p *app.Product, d door, at net.Addr) error {
	address := d.address(at)
	say := func(key string, args map[string]any) { fmt.Fprintln(os.Stderr, p.Texts.Say(spoken(), key, args)) }
	if d.made != "" {
		say("serve.self_signed", map[string]any{"file": d.made})
	}
	if d.mode.Insecure {
		say("serve.insecure", nil)
	}
	empty, err := p.Users.Vacant(ctx)
	if err != nil || !empty {
		fmt.Fprintln(os.Stderr, address)
		return err
	}
	token, err := p.Users.SetUpToken(ctx)
	if err == nil {
		say("serve.set_up", map[string]any{"address": address + "/set-up?token=" + token, "token": token})
	}
	return err
}

func openapiCommand() *cobra.Command {
	return &cobra.Command{Use: "openapi", Short: "Print the description of the API", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			p, err := feature.Product.Start(nil)
			if err != nil {
				return err
			}
			doc, err := p.Router.OpenAPI()
			if err == nil {
				_, err = os.Stdout.Write(doc)
			}
			return err
		}}
}
