-- +goose Up
-- The configuration of methods is kept by the feature method.
DROP TABLE portfolio_settings;
