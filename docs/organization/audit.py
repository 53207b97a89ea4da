"""audit.py REPOSITORIES DIRECTORY: the same audit as a Spark job, which runs statuslint where the repositories are.

Each line of REPOSITORIES is a team, a tab, and the path of a repository that every worker can read.
"""
import json
import subprocess
import sys

import pandas
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as f

MOVE = (
    "team string, repository string, root string, task long, phase string, status string, follows boolean,"
    " legal boolean, rule string, author string, time timestamp"
)
INTERVAL = "team string, repository string, root string, task long, seconds long, time timestamp"


def history(repository, *options):
    """The lines of a repository's history. A repository that cannot be read ends the job with its message."""
    command = ["statuslint", "history", "--quiet", "--root", repository, "--format", "jsonl", *options]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{repository}: {run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def moves(batches):
    for batch in batches:
        for team, repository in batch[["team", "repository"]].itertuples(index=False):
            yield pandas.DataFrame(
                [
                    (
                        team, repository, move["root"], move["task"], move["phase"], move["to"], move["follows"],
                        move["legal"], move["rule"], move["commit"]["author"],
                        pandas.Timestamp(move["commit"]["time"]),
                    )
                    for move in history(repository)
                ],
                columns=[name.split()[0] for name in MOVE.split(",")],
            )  # fmt: skip


def drift(batches):
    for batch in batches:
        for team, repository in batch[["team", "repository"]].itertuples(index=False):
            yield pandas.DataFrame(
                [
                    (
                        team, repository, interval["root"], interval["task"], interval["seconds"],
                        pandas.Timestamp(interval["from"]["time"]),
                    )
                    for interval in history(repository, "--drift")
                ],
                columns=[name.split()[0] for name in INTERVAL.split(",")],
            )  # fmt: skip


def write(table, path):
    table.toPandas().to_csv(path, index=False)


def main():
    spark = SparkSession.builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    repositories = spark.read.csv(sys.argv[1], sep="\t", schema="team string, repository string")
    # One repository a task: they differ much in size.
    repositories = repositories.repartition(repositories.count(), "team", "repository")
    moved = repositories.mapInPandas(moves, MOVE).cache()
    drifted = repositories.mapInPandas(drift, INTERVAL)
    directory = sys.argv[2]

    by_team = drifted.groupBy("team", f.date_format("time", "yyyy-MM").alias("month")).agg(
        f.count("*").alias("intervals"), f.sum("seconds").alias("seconds")
    )
    write(by_team.orderBy("team", "month"), f"{directory}/drift-by-team.csv")

    by_author = moved.where("not legal").groupBy("author", "rule").agg(f.count("*").alias("moves"))
    write(by_author.orderBy(f.desc("moves"), "author", "rule"), f"{directory}/illegal-by-author.csv")

    phase = Window.partitionBy("repository", "root", "task", "phase").orderBy("time")
    slowest = (
        moved.where("phase is not null and not follows")
        .withColumn("end", f.lead("time").over(phase))
        .where("status = 'in_progress' and end is not null")
        .withColumn("seconds", f.col("end").cast("long") - f.col("time").cast("long"))
        .select("team", "root", "task", "phase", "seconds")
        .orderBy(f.desc("seconds"), "team", "root", "task", "phase")
        .limit(20)
    )
    write(slowest, f"{directory}/slowest-phases.csv")


if __name__ == "__main__":
    main()
