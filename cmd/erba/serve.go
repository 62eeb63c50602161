package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"

	"erba/feature"
	"erba/platform/app"
)

// workers is how many jobs run at a time.
const workers = 2

func serveCommand() *cobra.Command {
	c := &cobra.Command{Use: "serve", Short: "Serve the product", Args: cobra.NoArgs}
	addr := c.Flags().String("addr", "127.0.0.1:8080", "where to listen")
	c.RunE = func(c *cobra.Command, _ []string) error {
		_, p, err := open(c)
		if err != nil {
			return err
		}
		defer p.DB.Close()
		return serve(c.Context(), p, *addr)
	}
	return c
}

// serve answers requests and works on jobs until ctx ends.
func serve(ctx context.Context, p *app.Product, addr string) error {
	server := &http.Server{Addr: addr, Handler: p.Server.Handler(), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	ctx, stop := context.WithCancel(ctx)
	worked := make(chan struct{})
	go func() { p.Jobs.Work(ctx, workers); close(worked) }()
	go func() {
		<-ctx.Done()
		grace, done := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer done()
		_ = server.Shutdown(grace)
	}()
	fmt.Fprintln(os.Stderr, "http://"+addr)
	err := server.ListenAndServe()
	stop()
	<-worked
	if errors.Is(err, http.ErrServerClosed) {
		return nil
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
