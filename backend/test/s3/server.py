"""
An S3 service for the tests: the account, container, object and proxy servers of OpenStack Swift, in one process.

    python3 server.py FOLDER PORT

Keeps its data in FOLDER, prints "ready" once it answers at PORT, and ends with whoever started it.
"""

import ctypes
import os
import signal
import sys

import eventlet
import eventlet.wsgi
from swift.common import utils, wsgi
from swift.common.ring import RingBuilder

FOLDER, PORT = os.path.abspath(sys.argv[1]), int(sys.argv[2])
INNER = ["account", "container", "object"]

COMMON = f"""
[DEFAULT]
swift_dir = {FOLDER}
devices = {FOLDER}/data
mount_check = false
disable_fallocate = true
log_address = {FOLDER}/no-log
"""

SWIFT = """
[swift-hash]
swift_hash_path_prefix = hearth
swift_hash_path_suffix = hearth
[storage-policy:0]
name = default
default = yes
"""

# The order matters: s3api checks signatures with what tempauth knows.
PIPELINE = ["catch_errors", "gatekeeper", "cache", "listing_formats", "bulk", "s3api", "tempauth", "slo", "dlo", "copy"]
FILTERS = {"cache": "memcache"}
SETTINGS = {
    # Needed in the pipeline, not in fact.
    "cache": "memcache_servers = 127.0.0.1:1\n",
    "s3api": "location = us-east-1\ns3_acl = false\nmin_segment_size = 65536\n",
    "tempauth": "user_test_tester = testing .admin\n",
}


def inner_config(name):
    server = f"[pipeline:main]\npipeline = server\n[app:server]\nuse = egg:swift#{name}\nrecon_cache_path = {FOLDER}/cache\n"
    return COMMON + server


def proxy_config():
    filters = "".join(f"[filter:{name}]\nuse = egg:swift#{FILTERS.get(name, name)}\n{SETTINGS.get(name, '')}" for name in PIPELINE)
    server = "[app:proxy-server]\nuse = egg:swift#proxy\nallow_account_management = true\naccount_autocreate = true\n"
    return f"{COMMON}[pipeline:main]\npipeline = {' '.join(PIPELINE)} proxy-server\n{server}{filters}"


def write(name, text):
    file = os.path.join(FOLDER, name)
    with open(file, "w") as output:
        output.write(text)
    return file


def make_ring(name, port):
    """One copy on one device."""
    builder = RingBuilder(4, 1, 1)
    builder.add_dev({"region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "d1", "weight": 1.0, "meta": ""})
    builder.rebalance()
    builder.get_ring().save(os.path.join(FOLDER, f"{name}.ring.gz"))


def serve(name, config, socket):
    app = wsgi.loadapp(config, global_conf={"log_name": name})
    # As Swift's own `run_server`, which begins by making a loop anew and so cannot run four times.
    options = {"protocol": wsgi.SwiftHttpProtocol, "capitalize_response_headers": False}
    return eventlet.spawn(eventlet.wsgi.server, socket, app, wsgi.NullLogger(), **options)


def main():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    eventlet.hubs.use_hub(utils.get_hub())
    utils.eventlet_monkey_patch()
    for needed in ["data/d1", "cache"]:
        os.makedirs(os.path.join(FOLDER, needed), exist_ok=True)
    utils.SWIFT_CONF_FILE = write("swift.conf", SWIFT)
    utils.validate_configuration()
    sockets = {name: eventlet.listen(("127.0.0.1", 0)) for name in INNER}
    for name, socket in sockets.items():
        make_ring(name, socket.getsockname()[1])
    for name, socket in sockets.items():
        serve(name, write(f"{name}.conf", inner_config(name)), socket)
    proxy = serve("proxy", write("proxy.conf", proxy_config()), eventlet.listen(("127.0.0.1", PORT)))
    print("ready", flush=True)
    proxy.wait()


main()
